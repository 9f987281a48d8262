#!/bin/sh
# Makes the passwords and certificates of docker-compose.yml, once: what is there stays as it is. One folder for each that needs some, so that
# each sees its own only. Usage: make.sh FOLDER; needs keytool, which every Java has. Replace the certificates by your authority's at will.
set -eu
umask 022
to=$1
keytool=${KEYTOOL:-keytool}

random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

# password FILE...: the same new one in each; without a line's end, for it would belong to it
password() {
    [ -e "$1" ] && return
    value=$(random)
    # The first is written last: it says that all are there.
    first=$1; shift
    for file in "$@" "$first"; do printf %s "$value" > "$file"; done
}

# certificate NAME STORE PASSWORD-FILE TRUST TRUST-PASSWORD-FILE: a key with its certificate, and a store that trusts it
certificate() {
    [ -e "$4" ] && return
    rm -f "$2" "$4.new"
    "$keytool" -genkeypair -alias "$1" -keyalg EC -groupname secp256r1 -validity 825 -dname "CN=$1" \
        -ext "SAN=dns:$1,dns:localhost,ip:127.0.0.1" -storetype PKCS12 -keystore "$2" -storepass:file "$3"
    "$keytool" -exportcert -rfc -alias "$1" -keystore "$2" -storepass:file "$3" > "$4.pem"
    "$keytool" -importcert -noprompt -alias "$1" -file "$4.pem" -storetype PKCS12 -keystore "$4.new" -storepass:file "$5"
    rm "$4.pem"
    mv "$4.new" "$4"
}

mkdir -p "$to/gateway/properties" "$to/gateway/stores" "$to/postgres" "$to/artemis" "$to/prometheus" "$to/grafana"
p=$to/gateway/properties
password "$p/spring.datasource.password" "$to/postgres/password"
password "$p/spring.artemis.password" "$to/artemis/password"
password "$p/claimgate.scraper.password" "$to/prometheus/password"
password "$p/claimgate.broker.trust-store-password"
password "$p/claimgate.partner.key-store-password"
password "$p/claimgate.partner.trust-store-password"
password "$to/artemis/key-store-password"
password "$to/grafana/password"
certificate artemis "$to/artemis/broker.p12" "$to/artemis/key-store-password" \
    "$to/gateway/stores/broker-trust.p12" "$p/claimgate.broker.trust-store-password"
certificate gateway "$to/gateway/stores/partner.p12" "$p/claimgate.partner.key-store-password" \
    "$to/gateway/stores/partner-trust.p12" "$p/claimgate.partner.trust-store-password"
# Each folder is a volume that one service mounts; its user is not root everywhere.
find "$to" -type d -exec chmod 755 {} +
find "$to" -type f -exec chmod 444 {} +
