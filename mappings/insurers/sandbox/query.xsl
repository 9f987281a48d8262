<?xml version="1.0" encoding="UTF-8"?>
<!-- Canonical query -> GetClaim. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:claimgate:canonical:1"
    xmlns="urn:claimgate:insurer-claims:1" exclude-result-prefixes="c">
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/c:query">
    <GetClaim><claimKey><xsl:value-of select="c:claimKey"/></claimKey></GetClaim>
  </xsl:template>
  <xsl:template match="/"><xsl:apply-templates select="c:query"/></xsl:template>
</xsl:stylesheet>
