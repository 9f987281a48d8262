/**
 * Stand-ins for the partners, each a process of its own with a ledger of its own: what they accept is on the disk before they answer. They use
 * no class of the gateway, so that no fault of it can hide in them.
 */
package io.claimgate.laboratory.partner;
