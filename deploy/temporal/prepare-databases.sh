#!/bin/sh
# Makes the databases of Temporal's state and of its visibility, or updates them. Harmless to run again:
# what is there is left, and only missing versions are applied.
set -eu

schema() {
  database=$1
  shift
  temporal-sql-tool --plugin postgres12 --endpoint postgres --port 5432 --user temporal \
    --database "$database" "$@"
}

prepare() {
  schema "$1" create
  schema "$1" setup-schema --version 0.0
  schema "$1" update-schema --schema-dir "/etc/temporal/schema/postgresql/v12/$2/versioned"
}

prepare temporal temporal
prepare temporal_visibility visibility
