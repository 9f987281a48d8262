<?xml version="1.0" encoding="UTF-8"?>
<!-- DeclareClaimResponse, the receipts of changes, TransferDocumentResponse, GetClaimResponse, or the detail of a fault -> canonical answer. What it does not know it refuses. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:i="urn:claimgate:insurer-claims:1"
    xmlns="urn:claimgate:canonical:1" exclude-result-prefixes="i">
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/"><answer><xsl:apply-templates select="*"/></answer></xsl:template>

  <xsl:template match="i:DeclareClaimResponse">
    <accepted>
      <claimKey><xsl:value-of select="i:claimKey"/></claimKey>
      <reference><xsl:value-of select="i:claimNumber"/></reference>
      <receivedAt><xsl:value-of select="i:receivedAt"/></receivedAt>
    </accepted>
  </xsl:template>

  <xsl:template match="i:SupplementClaimResponse | i:AmendClaimResponse | i:WithdrawClaimResponse">
    <changed>
      <claimKey><xsl:value-of select="i:claimKey"/></claimKey>
      <number><xsl:value-of select="i:change"/></number>
      <reference><xsl:value-of select="i:receipt"/></reference>
      <receivedAt><xsl:value-of select="i:receivedAt"/></receivedAt>
    </changed>
  </xsl:template>

  <xsl:template match="i:TransferDocumentResponse">
    <received>
      <claimKey><xsl:value-of select="i:claimKey"/></claimKey>
      <reference><xsl:value-of select="i:receipt"/></reference>
      <receivedAt><xsl:value-of select="i:receivedAt"/></receivedAt>
      <sha256><xsl:value-of select="i:sha256"/></sha256>
    </received>
  </xsl:template>

  <xsl:template match="i:GetClaimResponse[i:claim]">
    <found>
      <claimKey><xsl:value-of select="i:claimKey"/></claimKey>
      <reference><xsl:value-of select="i:claim/i:claimNumber"/></reference>
      <receivedAt><xsl:value-of select="i:claim/i:receivedAt"/></receivedAt>
      <amount><xsl:value-of select="i:claim/i:amount"/></amount>
      <currency><xsl:value-of select="i:claim/i:currency"/></currency>
      <xsl:apply-templates select="i:claim/i:lastChange"/>
      <xsl:apply-templates select="i:claim/i:document"/>
    </found>
  </xsl:template>

  <xsl:template match="i:lastChange">
    <lastChange>
      <number><xsl:value-of select="i:number"/></number>
      <xsl:for-each select="i:receivedAt"><receivedAt><xsl:value-of select="."/></receivedAt></xsl:for-each>
    </lastChange>
  </xsl:template>

  <xsl:template match="i:document">
    <document>
      <name><xsl:value-of select="i:name"/></name>
      <sha256><xsl:value-of select="i:sha256"/></sha256>
      <reference><xsl:value-of select="i:receipt"/></reference>
      <receivedAt><xsl:value-of select="i:receivedAt"/></receivedAt>
    </document>
  </xsl:template>

  <xsl:template match="i:GetClaimResponse[not(i:claim)]">
    <notFound><claimKey><xsl:value-of select="i:claimKey"/></claimKey></notFound>
  </xsl:template>

  <xsl:template match="i:RefusedMessage">
    <fault>
      <code><xsl:value-of select="i:code"/></code>
      <text><xsl:value-of select="i:message"/></text>
    </fault>
  </xsl:template>
</xsl:stylesheet>
