#!/bin/sh
# The server takes its configuration from the environment (DB, POSTGRES_SEEDS, …); only the address it tells its own parts is not known before.
set -eu
BIND_ON_IP=0.0.0.0
TEMPORAL_BROADCAST_ADDRESS=$(hostname -i | cut -d' ' -f1)
DYNAMIC_CONFIG_FILE_PATH=/etc/temporal/dynamic.yaml
[ "${DEMO:-0}" = 1 ] && DYNAMIC_CONFIG_FILE_PATH=/etc/temporal/dynamic-demo.yaml
export BIND_ON_IP TEMPORAL_BROADCAST_ADDRESS DYNAMIC_CONFIG_FILE_PATH
exec server --allow-no-auth start
