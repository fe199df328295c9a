import { describe, expect, test } from 'vitest'
import { demoCast } from '../../src/tasks/demo/cast.ts'
import { demoCategories } from '../../src/tasks/demo/categories.ts'
import { demoMatters } from '../../src/tasks/demo/matters/all.ts'
import { demoOrgans } from '../../src/tasks/demo/organs.ts'

const organs = new Map(demoOrgans.map(organ => [organ.id, organ]))
const categories = new Set(demoCategories.map(category => category.id))
const titlesWhere = (isWrong: (matter: (typeof demoMatters)[number]) => boolean) =>
  demoMatters.filter(isWrong).map(matter => matter.title)

describe('the demo organs', () => {
  test('have one id each', () => expect(organs.size).toBe(demoOrgans.length))

  test('stand below an organ that exists', () => {
    expect(demoOrgans.filter(({ parent }) => parent !== null && !organs.has(parent))).toEqual([])
  })

  test('lead up to one top', () => {
    expect(new Set(demoOrgans.map(({ id }) => selfAndAbove(id).at(-1)))).toEqual(new Set(['city-petition-office']))
  })
})

describe('the demo cast', () => {
  test('has one login each', () => expect(new Set(demoCast.map(({ login }) => login)).size).toBe(demoCast.length))

  test('sits in organs that exist', () => expect(demoCast.filter(({ organ }) => !organs.has(organ))).toEqual([]))
})

describe('the demo categories', () => {
  test('have one id each', () => expect(categories.size).toBe(demoCategories.length))
})

describe('the demo matters', () => {
  test('are two hundred at least', () => expect(demoMatters.length).toBeGreaterThanOrEqual(200))

  test('have one title each, of sixty characters at most', () => {
    expect(new Set(demoMatters.map(({ title }) => title)).size).toBe(demoMatters.length)
    expect(titlesWhere(({ title }) => title.length > 60)).toEqual([])
  })

  test('have one body each, and texts of the lengths a page expects', () => {
    expect(new Set(demoMatters.map(({ body }) => body)).size).toBe(demoMatters.length)
    expect(titlesWhere(({ body }) => !isBetween(60, 250, body))).toEqual([])
    expect(
      titlesWhere(({ facts, basis, opinion }) => [facts, basis, opinion].some(said => !isBetween(40, 150, said))),
    ).toEqual([])
  })

  test('go to organs and categories that exist', () => {
    expect(titlesWhere(({ organ, category }) => !organs.has(organ) || !categories.has(category))).toEqual([])
  })

  test('have a route when they are appeals, and only then (art. 31)', () => {
    expect(titlesWhere(({ kind, route }) => (kind === 'appeal') !== (route !== undefined))).toEqual([])
  })

  test('have one to three demands by route 6, and none otherwise', () => {
    expect(titlesWhere(({ route, demands }) => (route === '6') !== demands.length > 0 || demands.length > 3)).toEqual(
      [],
    )
  })

  test('say of suggestions alone whether they are adopted (art. 29)', () => {
    expect(titlesWhere(({ kind, adoption }) => (kind === 'suggestion') !== (adoption !== undefined))).toEqual([])
  })

  test('name an organ when they accuse, and only then', () => {
    expect(titlesWhere(({ kind, accused }) => (kind === 'accusation') !== (accused !== undefined))).toEqual([])
    expect(titlesWhere(({ accused }) => accused !== undefined && !organs.has(accused))).toEqual([])
  })

  test('are never handled by the accused or an organ below it (art. 30)', () => {
    expect(titlesWhere(({ accused, organ }) => accused !== undefined && selfAndAbove(organ).includes(accused))).toEqual(
      [],
    )
  })

  test('count heads when people came, and only then', () => {
    expect(titlesWhere(({ channel, heads }) => (channel === 'visit') !== (heads !== undefined))).toEqual([])
  })

  test('pair every question with a reply', () => {
    expect(titlesWhere(({ question, reply }) => (question === undefined) !== (reply === undefined))).toEqual([])
  })

  test('are extended only by route 6 and when accepted (art. 34)', () => {
    expect(
      titlesWhere(
        ({ extensionReason, route, refusalGround }) =>
          extensionReason !== undefined && (route !== '6' || refusalGround !== undefined),
      ),
    ).toEqual([])
  })

  test('use every channel and every category', () => {
    expect(new Set(demoMatters.map(({ channel }) => channel)).size).toBe(5)
    expect(new Set(demoMatters.map(({ category }) => category))).toEqual(categories)
  })
})

function selfAndAbove(id: string): string[] {
  const parent = organs.get(id)?.parent
  return parent ? [id, ...selfAndAbove(parent)] : [id]
}

const isBetween = (least: number, most: number, text: string) => text.length >= least && text.length <= most
