<?xml version="1.0" encoding="UTF-8"?>
<!-- Canonical declaration -> DeclareClaim. Restructuring only: every value stands in the input. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:claimgate:canonical:1"
    xmlns="urn:claimgate:insurer-claims:1" exclude-result-prefixes="c">
  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/"><xsl:apply-templates select="c:declaration"/></xsl:template>

  <xsl:template match="c:declaration">
    <DeclareClaim>
      <claimKey><xsl:value-of select="c:claimKey"/></claimKey>
      <policyNumber><xsl:value-of select="c:policy"/></policyNumber>
      <insured><xsl:value-of select="c:creditor"/></insured>
      <cause><xsl:value-of select="c:cause"/></cause>
      <xsl:apply-templates select="c:debtor"/>
      <amount><xsl:value-of select="c:amount"/></amount>
      <currency><xsl:value-of select="c:currency"/></currency>
      <xsl:apply-templates select="c:line"/>
    </DeclareClaim>
  </xsl:template>

  <xsl:template match="c:debtor">
    <debtor>
      <number><xsl:value-of select="c:number"/></number>
      <name><xsl:value-of select="c:name"/></name>
      <country><xsl:value-of select="c:country"/></country>
      <xsl:for-each select="c:registration"><registration scheme="{@scheme}"><xsl:value-of select="."/></registration></xsl:for-each>
      <xsl:for-each select="c:vat"><vat><xsl:value-of select="."/></vat></xsl:for-each>
      <xsl:for-each select="c:street"><street><xsl:value-of select="."/></street></xsl:for-each>
      <xsl:for-each select="c:postCode"><postCode><xsl:value-of select="."/></postCode></xsl:for-each>
      <xsl:for-each select="c:city"><city><xsl:value-of select="."/></city></xsl:for-each>
    </debtor>
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
