import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The house plan, held. A rule that is broken names the file and what it must not do. */
const root = join(import.meta.dirname, '..')
const files = globSync(['src/**/*.{ts,tsx}', 'views/**/*.{ts,tsx}'], { cwd: root })
  .sort()
  .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))

describe('who imports whom at run time', () => {
  test('every part of the house imports only what lies below it', () => {
    const broken = imports().filter(({ from, to }) => !mayImport(partOf(from), partOf(to)))
    expect(broken.map(say)).toEqual([])
  })

  test('a slice imports neither another slice’s queries nor its routes', () => {
    const broken = imports().filter(
      ({ from, to }) =>
        /\/(queries|routes)\.tsx?$/.test(to) &&
        !['app', 'api', 'command'].includes(partOf(from)) &&
        sliceOf(from) !== sliceOf(to) &&
        slices.includes(sliceOf(to)) &&
        !isFloor(sliceOf(to)),
    )
    expect(broken.map(say)).toEqual([])
  })

  test('pages see rows, never the database', () => {
    const inside = imports().filter(({ from }) => from.startsWith('views/'))
    const allowed = /^(views\/(parts\/|layout)|src\/law\/|src\/http\/urls\.ts)/
    expect(inside.filter(({ from, to }) => !allowed.test(to) && dirname(from) !== dirname(to)).map(say)).toEqual([])
  })

  test('a page is drawn by the slice that bears its name', () => {
    const drawn = imports().filter(({ from, to }) => from.startsWith('src/') && /^views\/[^/]+\//.test(to))
    const broken = drawn.filter(({ from, to }) => !['parts', sliceOf(from)].includes(to.split('/')[1] ?? ''))
    expect(broken.map(say)).toEqual([])
  })

  test('one file knows lucia, and law, procedures and pages know no database', () => {
    expect(packagesOf('lucia')).toEqual(['src/accounts/session.ts'])
    const knowing = [...packagesOf('kysely'), ...packagesOf('better-sqlite3'), ...packagesOf('pg')]
    expect(knowing.filter(path => /^(views|src\/law|src\/procedures)\//.test(path))).toEqual([])
  })

  test('no file stands for a folder', () => {
    expect(
      files.map(({ path }) => path).filter(path => /(^|\/)(index|utils?|helpers?|types)\.tsx?$/.test(path)),
    ).toEqual([])
    expect(
      files.filter(({ text }) => /^export (default|\*|\{[^}]*\} from)/m.test(text)).map(({ path }) => path),
    ).toEqual([])
  })
})

describe('how a file reads', () => {
  const counted = files.filter(
    ({ path }) => !/^src\/(law\/holidays|tasks\/demo\/matters|db\/tables|procedures\/[\w-]+\/procedure)/.test(path),
  )
  const lengths = counted.map(({ text }) => text.split('\n').length - 1).sort((a, b) => a - b)
  const at = (share: number) => lengths[Math.floor(lengths.length * share)] ?? 0

  test('files are short: half under 60 lines, nine in ten under 150, none over 250', () => {
    expect(at(0.5)).toBeLessThanOrEqual(60)
    expect(at(0.9)).toBeLessThanOrEqual(150)
    expect(counted.filter(({ text }) => text.split('\n').length > 251).map(({ path }) => path)).toEqual([])
  })

  test.each([
    ['any', /(?:[:<|&]\s*|,\s*)any\b(?=\s*(?:[[\]>,;)|&={]|$))/],
    ['as, but for as const', /\bas\s+(?!const\b)[A-Za-z{[(]/],
    ['a non-null assertion', /[\w)\]]!(?=[.,;)\]}[]|\s*$)/],
    ['an enum', /(?<![.\w])enum\s+\w+\s*\{/],
    ['a class that extends nothing', /^(export )?(abstract )?class \w+ \{/],
  ])('no file holds %s', (_, slip) => {
    const found = files.flatMap(({ path, text }) =>
      code(text)
        .split('\n')
        .flatMap((line, i) =>
          slip.test(line) && !/^(import |export (type )?\{|\} from )/.test(line)
            ? [`${path}:${i + 1} ${line.trim()}`]
            : [],
        ),
    )
    expect(found).toEqual([])
  })

  test('every text is in both languages, each in its own', () => {
    const found = files.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(zh|en)(?:: |=)(['"])((?:\\.|(?!\2)[^\\])+)\2/g)].flatMap(([, lang, , said = '']) =>
        isIn(lang === 'zh' ? 'zh' : 'en', said) ? [] : [`${path}: ${lang} ${said.slice(0, 60)}`],
      ),
    )
    expect(found).toEqual([])
  })
})

/** A single Latin word may stand in Chinese (a brand, a file type), and an English hint may quote a word to be typed. */
const isIn = (lang: 'zh' | 'en', said: string) => {
  const chinese = said.match(/\p{Script=Han}/gu)?.length ?? 0
  return lang === 'zh' ? chinese > 0 || /^[\w.%-]*$/.test(said) || !/\p{L}/u.test(said) : chinese <= 6
}

type Import = { from: string; to: string }
type Part = keyof typeof below

/** What each part may import, beside itself. */
// prettier-ignore
const below = {
  law:        [],
  procedures: ['law'],
  urls:       ['law'],
  views:      ['law', 'urls'],
  db:         ['law', 'migrations'],
  migrations: [],
  config:     [],
  accounts:   ['law', 'procedures', 'db', 'http', 'urls', 'views'],
  http:       ['law', 'procedures', 'db', 'urls', 'views', 'accounts', 'notices'],
  documents:  ['law', 'procedures', 'db', 'http', 'urls', 'views', 'accounts'],
  notices:    ['law', 'procedures', 'db', 'http', 'urls', 'views', 'accounts'],
  cases:      ['law', 'procedures', 'db', 'http', 'urls', 'views', 'accounts', 'documents', 'notices'],
  portal:     ['law', 'procedures', 'db', 'http', 'urls', 'views', 'accounts', 'documents', 'notices', 'cases'],
  queues:     ['law', 'procedures', 'db', 'http', 'urls', 'views', 'accounts', 'documents', 'notices', 'cases'],
  ledgers:    ['law', 'procedures', 'db', 'http', 'urls', 'views', 'accounts', 'documents', 'notices', 'cases'],
  reports:    ['law', 'procedures', 'db', 'http', 'urls', 'views', 'accounts', 'documents', 'notices', 'cases'],
  progress:   ['law', 'procedures', 'db', 'http', 'urls', 'views', 'accounts', 'documents', 'notices', 'cases'],
  imports:    ['law', 'procedures', 'db', 'http', 'urls', 'views', 'accounts', 'documents', 'notices', 'cases'],
  overview:   ['law', 'procedures', 'db', 'http', 'urls', 'views', 'accounts', 'documents', 'notices', 'cases', 'reports', 'progress'],
  api:        ['law', 'procedures', 'db', 'http', 'urls', 'accounts', 'cases', 'reports'],
  app:        ['law', 'procedures', 'db', 'http', 'urls', 'accounts', 'documents', 'notices', 'cases', 'portal', 'queues', 'ledgers', 'reports', 'progress', 'imports', 'overview', 'api'],
  command:    ['law', 'procedures', 'db', 'http', 'urls', 'config', 'accounts', 'documents', 'notices', 'cases', 'portal', 'queues', 'ledgers', 'reports', 'progress', 'imports', 'overview', 'app'],
} as const satisfies Record<string, readonly string[]>

const slices: readonly string[] = [
  'accounts',
  'cases',
  'portal',
  'queues',
  'ledgers',
  'reports',
  'progress',
  'imports',
  'overview',
  'documents',
  'notices',
]
/** Floors that slices above share: theirs is to be asked by all. */
const isFloor = (slice: string) => slice === 'cases' || slice === 'accounts'

function mayImport(from: Part, to: Part): boolean {
  const allowed: readonly string[] = below[from]
  return from === to || allowed.includes(to)
}

function partOf(path: string): Part {
  if (path.startsWith('views/')) return 'views'
  if (path.startsWith('migrations/')) return 'migrations'
  if (path === 'src/http/urls.ts') return 'urls'
  if (/^src\/http\/(api|openapi)/.test(path)) return 'api'
  if (path === 'src/app.tsx') return 'app'
  if (path === 'src/config.ts') return 'config'
  const slice = sliceOf(path)
  return isPart(slice) ? slice : 'command'
}

const isPart = (word: string): word is Part => Object.hasOwn(below, word)
const sliceOf = (path: string) =>
  path.startsWith('src/') && path.split('/').length > 2 ? (path.split('/')[1] ?? '') : ''

/** Imports of own files that remain at run time. */
function imports(): Import[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/^(?:import (?!type\b)(?:[^'"]*? from )?|export [^'"\n]* from |.*\bimport\()'(\.[^']+)'/gms)].map(
      ([, to = '']) => ({
        from: path,
        to: normalize(join(dirname(path), to)),
      }),
    ),
  )
}

const packagesOf = (name: string) =>
  files
    .filter(({ text }) => new RegExp(`^import (?!type\\b)[^'"]*? from '${name}['/]`, 'm').test(text))
    .map(({ path }) => path)

const say = ({ from, to }: Import) => `${from} → ${to}`

/** The text without comments and strings, line by line. */
const code = (text: string) =>
  text.replaceAll(
    /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g,
    found => '\n'.repeat(found.split('\n').length - 1) + "''",
  )
