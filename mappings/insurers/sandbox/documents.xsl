<?xml version="1.0" encoding="UTF-8"?>
<!-- Canonical transfer -> TransferDocument. The mark in "content" becomes the bytes of the document when the message is sent. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:claimgate:canonical:1"
    xmlns="urn:claimgate:insurer-claims:1" exclude-result-prefixes="c">
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/"><xsl:apply-templates select="c:transfer"/></xsl:template>

  <xsl:template match="c:transfer">
    <TransferDocument>
      <claimKey><xsl:value-of select="c:claimKey"/></claimKey>
      <name><xsl:value-of select="c:name"/></name>
      <kind><xsl:value-of select="c:kind"/></kind>
      <sha256><xsl:value-of select="c:sha256"/></sha256>
      <content><xsl:value-of select="c:content"/></content>
    </TransferDocument>
  </xsl:template>
</xsl:stylesheet>
