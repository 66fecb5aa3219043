#!/usr/bin/env node
'use strict';
const path = require('node:path');
const { build, root } = require('./build.js');

build({ say: (line) => console.log(line) });
process.setSourceMapsEnabled(true);
require(path.join(root, 'dist', 'main.js')).start();
