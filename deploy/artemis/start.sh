#!/bin/sh
# Starts the image's broker with the secrets of deploy/secrets/make.sh and our broker.xml.
set -eu
secrets=/run/claimgate
cd /var/lib/artemis-instance
# The image copies overrides only when it makes the instance; a changed broker.xml counts at every start.
if [ -d etc ]; then cp etc-override/broker.xml etc/broker.xml; fi
ARTEMIS_USER=claimgate
ARTEMIS_PASSWORD=$(cat "$secrets/password")
JDK_JAVA_OPTIONS="-Dclaimgate.broker.key-store-password=$(cat "$secrets/key-store-password")"
export ARTEMIS_USER ARTEMIS_PASSWORD JDK_JAVA_OPTIONS
exec /docker-run.sh run
