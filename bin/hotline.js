#!/usr/bin/env node
'use strict';
const path = require('node:path');
const { build, load, root } = require('./build.js');

// Standard output belongs to the command.
build({ only: ['server', 'learned'], say: (line) => console.error(line) });
load(path.join(root, 'dist', 'main.js')).hotline(process.argv.slice(2));
