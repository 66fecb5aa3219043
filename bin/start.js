#!/usr/bin/env node
'use strict';
const path = require('node:path');
const v8 = require('node:v8');
const { build, load, root } = require('./build.js');

// Left to itself the heap grows to twice its size before it is cleaned, and memory under load with it.
v8.setFlagsFromString('--heap-growing-percent=60');
// The young objects are so few that four threads spend more on sharing the cleaning than on the cleaning.
v8.setFlagsFromString('--no-parallel-scavenge');
// A start lets much live for long; what it would widen for that would stay wide.
v8.setFlagsFromString('--semi-space-growth-factor=1');
build({ say: (line) => console.log(line) });
load(path.join(root, 'dist', 'main.js'))
  .start()
  .then(() => v8.setFlagsFromString('--semi-space-growth-factor=2'));
