#!/bin/sh
# Makes Temporal's databases and brings their schemas to the version of this image; safe to run at every start.
set -eu
: "${SQL_HOST:?}" "${SQL_PORT:?}" "${SQL_USER:?}" "${SQL_PASSWORD:?}"
tool() { sql --plugin postgres12 "$@"; }
for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%%:*}
  schema=${pair##*:}
  tool --db "$database" create-database
  tool --db "$database" setup-schema -v 0.0
  tool --db "$database" update-schema --schema-name "postgresql/v12/$schema"
done
