#!/usr/bin/env node
'use strict';
const path = require('node:path');
const v8 = require('node:v8');
const { build, root } = require('./build.js');

// Left to itself the heap grows to twice its size before it is cleaned, and memory under load with it.
v8.setFlagsFromString('--heap-growing-percent=60');
// The young objects are so few that four threads spend more on sharing the cleaning than on the cleaning.
v8.setFlagsFromString('--no-parallel-scavenge');
build({ say: (line) => console.log(line) });
process.setSourceMapsEnabled(true);
require(path.join(root, 'dist', 'main.js')).start();
