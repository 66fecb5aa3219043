#!/usr/bin/env node
'use strict';
const path = require('node:path');

// Called by the build, when the server is bundled already.
require(path.join(__dirname, '..', 'dist', 'main.js')).learn();
