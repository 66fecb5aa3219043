import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

// Three pages that share nothing but theme.css: React and antd stay with the staff console.
const pages = { chat: 'index.html', privacy: 'privacy.html', staff: 'staff/index.html' };
const input = Object.fromEntries(
  Object.entries(pages)
    .map(([name, path]) => [name, join(here, path)] as const)
    .filter(([, path]) => existsSync(path)),
);

/** `/`, `/quyen-rieng-tu` and `/staff`, built into dist/public with hashed files under /assets. */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [react()],
  build: {
    outDir: join(here, '..', 'dist', 'public'),
    emptyOutDir: true,
    assetsDir: 'assets',
    target: ['chrome87', 'firefox78', 'safari14'],
    // Everything must come from files: an inline script or data: font would need a wider policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input },
  },
});
