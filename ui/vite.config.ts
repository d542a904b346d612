import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `wares serve` listens while the pages are worked on. */
const SERVER = process.env.WARES_SERVER ?? 'http://127.0.0.1:7878';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': { target: SERVER, changeOrigin: true }, '/session': { target: SERVER, changeOrigin: true } } },
  build: {
    outDir: '../crates/wares-server/assets',
    emptyOutDir: true,
    license: { fileName: 'licenses.md' }, // Those of all that is in the pages.
    assetsInlineLimit: 0, // The content policy allows no data: address but for images.
    chunkSizeWarningLimit: 800,
  },
});
