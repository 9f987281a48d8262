<?xml version="1.0" encoding="UTF-8"?>
<!-- Canonical question for the list of results -> ListResults. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:claimgate:canonical:1"
    xmlns="urn:claimgate:insurer-claims:1" exclude-result-prefixes="c">
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/c:list">
    <ListResults><xsl:for-each select="c:since"><since><xsl:value-of select="."/></since></xsl:for-each></ListResults>
  </xsl:template>
  <xsl:template match="/"><xsl:apply-templates select="c:list"/></xsl:template>
</xsl:stylesheet>
