#!/usr/bin/env bash
# A certificate authority for practice: makes the certificates of a platform and of its stations, for 90 days each. For real
# stations an authority is needed whose key lies elsewhere.
#   practice-ca.sh DIR server NAME…       server.pem, server.key for those names or addresses
#   practice-ca.sh DIR station UNIT       station-UNIT.pem, station-UNIT.key; UNIT: unit code of nine digits
#   practice-ca.sh DIR revoke FILE        puts a certificate on the list of those that are revoked
# DIR has besides authority.pem and revoked.pem, which are made where there are none. The list is good for 90 days, too.
set -euo pipefail
umask 077

usage() {
    sed -n '4,6p' "$0" >&2
    exit 2
}
[ $# -ge 3 ] || usage
mkdir -p "$1"
cd "$1"
what=$2
shift 2
days=90

cat >ca.cnf <<C
[ca]
default_ca = practice
[practice]
database = issued.txt
new_certs_dir = .
rand_serial = yes
certificate = authority.pem
private_key = authority.key
default_md = sha256
default_days = $days
default_crl_days = $days
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
[req]
distinguished_name = nothing
[nothing]
[authority]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = CA:false
keyUsage = digitalSignature
extendedKeyUsage = serverAuth
[station]
basicConstraints = CA:false
keyUsage = digitalSignature
extendedKeyUsage = clientAuth
C

quietly() {
    "$@" >openssl.log 2>&1 || { cat openssl.log >&2; exit 1; }
}
list_revoked() {
    quietly openssl ca -config ca.cnf -gencrl -out revoked.pem
    chmod 644 revoked.pem
}
# FILE SUBJECT EXTENSIONS [alternative names]
issue() {
    local more=()
    [ -z "${4:-}" ] || more=(-addext "subjectAltName=$4")
    quietly openssl req -new -config ca.cnf -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -subj "/CN=$2" "${more[@]}" \
        -keyout "$1.key" -out "$1.csr"
    quietly openssl ca -config ca.cnf -batch -notext -extensions "$3" -in "$1.csr" -out "$1.pem"
    rm -f "$1.csr"
    chmod 644 "$1.pem"
}

if [ ! -e authority.pem ]; then
    : >issued.txt
    quietly openssl req -x509 -config ca.cnf -extensions authority -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc \
        -days 365 -subj "/CN=ID Counter practice authority" -keyout authority.key -out authority.pem
    chmod 644 authority.pem
    list_revoked
fi

case "$what" in
server)
    names=
    for name in "$@"; do
        case "$name" in
        *[!0-9.:a-f]* | *[a-f]*.*) names+=",DNS:$name" ;;
        *) names+=",IP:$name" ;;
        esac
    done
    issue server "$1" server "${names#,}"
    ;;
station)
    [[ "$1" =~ ^[0-9]{9}$ ]] || usage
    issue "station-$1" "$1" station
    ;;
revoke)
    quietly openssl ca -config ca.cnf -revoke "$1"
    list_revoked
    ;;
*)
    usage
    ;;
esac
