<?xml version="1.0" encoding="UTF-8"?>
<!-- Canonical withdrawal -> WithdrawClaim. Restructuring only: every value stands in the input. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:claimgate:canonical:1"
    xmlns="urn:claimgate:insurer-claims:1" exclude-result-prefixes="c">
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/"><xsl:apply-templates select="c:withdrawal"/></xsl:template>

  <xsl:template match="c:withdrawal">
    <WithdrawClaim>
      <claimKey><xsl:value-of select="c:claimKey"/></claimKey>
      <change><xsl:value-of select="c:number"/></change>
      <reason><xsl:value-of select="c:reason"/></reason>
    </WithdrawClaim>
  </xsl:template>
</xsl:stylesheet>
