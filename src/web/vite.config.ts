import react from '@vitejs/plugin-react'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const here = import.meta.dirname

/** Smaller files gain nothing. */
const WORTH_BYTES = 1024

/** Puts a .br and a .gz beside every text that was built, so that the server hands out what is packed once and for all. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:js|css|html|svg|json)$/.test(name)) continue
      const file = path.join(dir, name)
      const bytes = readFileSync(file)
      if (bytes.length < WORTH_BYTES) continue
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
      writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
    }
  },
}

/** Builds the screens into dist/web, from where the server hands them out. */
export default defineConfig({
  root: here,
  plugins: [react(), packed],
  build: {
    outDir: path.join(here, '../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1600,
  },
  server: {
    proxy: { '/api': process.env['JIANGXIN_SERVER'] ?? 'http://127.0.0.1:8080' },
  },
})
