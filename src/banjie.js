#!/usr/bin/env node
// Plain JavaScript, so that a Node too old for the rest can still say so.
const [major] = process.versions.node.split('.').map(Number)

if (major < 26) {
  console.error(
    `banjie needs Node 26 or newer; this is ${process.versions.node}. Use “npm run banjie --”, which brings its own on Linux.`,
  )
  process.exitCode = 1
} else {
  // Pages are written in JSX, and what that means stands in our tsconfig, wherever the command is run from.
  process.env.TSX_TSCONFIG_PATH ??= new URL('../tsconfig.json', import.meta.url).pathname
  const { register } = await import('tsx/esm/api')
  register()
  const { main } = await import('./cli.ts')
  process.exitCode = await main(process.argv.slice(2), process.env)
}
