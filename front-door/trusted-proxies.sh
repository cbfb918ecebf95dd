#!/bin/sh
# Writes down for nginx whom it believes. HOMEROOM_TRUSTED_PROXIES is a list of addresses and networks, such as
# "192.0.2.7 172.16.0.0/12"; nobody where it is empty.
set -eu
folder=${1:-/etc/nginx/homeroom}
mkdir -p "$folder"
: >"$folder/real-ip.conf"
: >"$folder/trusted.conf"
for proxy in $(printf '%s' "${HOMEROOM_TRUSTED_PROXIES:-}" | tr ',' ' '); do
    case $proxy in
        *[!0-9a-fA-F.:/]*)
            echo "HOMEROOM_TRUSTED_PROXIES: $proxy is no address and no network" >&2
            exit 1
            ;;
    esac
    echo "set_real_ip_from $proxy;" >>"$folder/real-ip.conf"
    echo "$proxy 1;" >>"$folder/trusted.conf"
done
