#!/usr/bin/env node
'use strict';
const path = require('node:path');

// Called by the build, when the server is bundled already; and by the running system with what staff taught.
const taught = process.argv.includes('--taught')
  ? JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
  : [];
require(path.join(__dirname, '..', 'dist', 'main.js')).learn(taught);
