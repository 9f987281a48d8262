#!/bin/sh
# Makes the host key once (it lies in a volume: partners pin it), and lets in whose public keys ERP_KEYS holds, one a line.
set -eu
key=/etc/claimgate/ssh_host_ed25519_key
[ -e "$key" ] || ssh-keygen -q -t ed25519 -N '' -f "$key"
printf '%s\n' "${ERP_KEYS:-}" > /etc/claimgate/authorized_keys
chmod 755 /etc/claimgate
chmod 644 /etc/claimgate/authorized_keys
exec /usr/sbin/sshd -D -e
