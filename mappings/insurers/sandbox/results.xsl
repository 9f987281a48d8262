<?xml version="1.0" encoding="UTF-8"?>
<!-- ListResultsResponse -> canonical results. What it does not know it refuses. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:i="urn:claimgate:insurer-claims:1"
    xmlns="urn:claimgate:canonical:1" exclude-result-prefixes="i">
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/"><xsl:apply-templates select="*"/></xsl:template>

  <xsl:template match="i:ListResultsResponse">
    <results>
      <xsl:apply-templates select="i:result"/>
      <cursor><xsl:value-of select="i:cursor"/></cursor>
    </results>
  </xsl:template>

  <xsl:template match="i:result">
    <result>
      <messageId><xsl:value-of select="i:messageId"/></messageId>
      <claimKey><xsl:value-of select="i:claimKey"/></claimKey>
      <xsl:for-each select="i:claimNumber"><insurerClaimNumber><xsl:value-of select="."/></insurerClaimNumber></xsl:for-each>
      <xsl:apply-templates select="i:status | i:settlement | i:documentsRequest"/>
    </result>
  </xsl:template>

  <!-- Named as ours, in the order of ours. -->
  <xsl:template match="i:status | i:settlement | i:documentsRequest">
    <xsl:element name="{local-name()}" namespace="urn:claimgate:canonical:1">
      <xsl:for-each select="*">
        <xsl:element name="{local-name()}" namespace="urn:claimgate:canonical:1"><xsl:value-of select="."/></xsl:element>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
