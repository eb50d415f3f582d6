#!/bin/sh
# Publishes the site in a bucket of S3: BUCKET=my-blog sh deploy-s3.sh
set -eu
: "${BUCKET:?is the name of the bucket}"

npx pumice build
# What has a hash in its name first, and to be kept by browsers: no page is ever without its style.
hash='[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'
aws s3 sync _site "s3://$BUCKET" --exclude '*' --include "assets/*-$hash.css" --include "assets/*-$hash.js" \
  --cache-control 'public, max-age=31536000, immutable'
aws s3 sync _site "s3://$BUCKET" --delete --cache-control 'no-cache'
