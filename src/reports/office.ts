import { el, words, xmlFile } from './xml.ts'
import type { Part } from './zipped.ts'

/** What an Office file says of itself: made at the as-of instant, by nobody in particular. */
export type Properties = { title: string; at: string }

/** A part's path with the type and the relation under which Office finds it. */
export type Piece = { name: string; type: string; relation?: string }

/** The parts every Office archive needs around its own: types, relations and properties. */
export function packageParts(pieces: readonly Piece[], { title, at }: Properties): Part[] {
  const all = [...pieces, ...properties]
  return [
    part('[Content_Types].xml', el('Types', { xmlns: `${schemas}/package/2006/content-types` }, ...contentTypes(all))),
    part('_rels/.rels', relationships(all.filter(({ name }) => name.split('/').length === 2 && isRoot(name)))),
    part('docProps/core.xml', core(title, at)),
    part(
      'docProps/app.xml',
      el('Properties', { xmlns: `${office}/extended-properties` }, el('Application', {}, 'banjie')),
    ),
  ]
}

/** The relations of one part to others, numbered rId1, rId2, …; targets are relative to it. */
export const relationships = (pieces: readonly Piece[]): string =>
  el(
    'Relationships',
    { xmlns: `${schemas}/package/2006/relationships` },
    ...pieces.map(({ name, relation = '' }, i) =>
      el('Relationship', { Id: `rId${i + 1}`, Type: relation, Target: name }),
    ),
  )

export const part = (name: string, root: string): Part => ({ name, chunks: [xmlFile(root)] })

const schemas = 'http://schemas.openxmlformats.org'
export const office = `${schemas}/officeDocument/2006`

const isRoot = (name: string) => /^(docProps|word\/document|xl\/workbook)/.test(name)

const properties: readonly Piece[] = [
  {
    name: 'docProps/core.xml',
    type: 'application/vnd.openxmlformats-package.core-properties+xml',
    relation: `${schemas}/package/2006/relationships/metadata/core-properties`,
  },
  {
    name: 'docProps/app.xml',
    type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    relation: `${office}/relationships/extended-properties`,
  },
]

const contentTypes = (pieces: readonly Piece[]) => [
  el('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
  el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
  ...pieces.map(({ name, type }) => el('Override', { PartName: `/${name}`, ContentType: type })),
]

function core(title: string, at: string): string {
  const when = { 'xsi:type': 'dcterms:W3CDTF' }
  const instant = at.replace(/\.\d+/, '')
  return el(
    'cp:coreProperties',
    {
      'xmlns:cp': `${schemas}/package/2006/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    el('dc:title', {}, words(title)),
    el('dc:creator', {}, 'banjie'),
    el('dcterms:created', when, instant),
    el('dcterms:modified', when, instant),
  )
}
