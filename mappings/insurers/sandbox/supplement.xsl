<?xml version="1.0" encoding="UTF-8"?>
<!-- Canonical supplement -> SupplementClaim. Restructuring only: every value stands in the input. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:claimgate:canonical:1"
    xmlns="urn:claimgate:insurer-claims:1" exclude-result-prefixes="c">
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/"><xsl:apply-templates select="c:supplement"/></xsl:template>

  <xsl:template match="c:supplement">
    <SupplementClaim>
      <claimKey><xsl:value-of select="c:claimKey"/></claimKey>
      <change><xsl:value-of select="c:number"/></change>
      <reason><xsl:value-of select="c:reason"/></reason>
      <amount><xsl:value-of select="c:amount"/></amount>
      <currency><xsl:value-of select="c:currency"/></currency>
      <xsl:apply-templates select="c:line"/>
    </SupplementClaim>
  </xsl:template>

  <xsl:template match="c:line">
    <invoice>
      <number><xsl:value-of select="c:invoiceNumber"/></number>
      <instalment><xsl:value-of select="c:instalment"/></instalment>
      <issueDate><xsl:value-of select="c:issueDate"/></issueDate>
      <dueDate><xsl:value-of select="c:originalDueDate"/></dueDate>
      <outstanding><xsl:value-of select="c:amount"/></outstanding>
      <xsl:for-each select="c:disputed"><disputed><xsl:value-of select="."/></disputed></xsl:for-each>
      <xsl:if test="c:currency != ../c:currency"><currency><xsl:value-of select="c:currency"/></currency></xsl:if>
    </invoice>
  </xsl:template>
</xsl:stylesheet>
