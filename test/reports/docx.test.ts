import { expect, test } from 'vitest'
import { unzip } from '../../src/imports/zip.ts'
import { bulletinOf } from '../../src/reports/bulletin.ts'
import { drawHere } from '../../src/reports/draw_here.ts'
import { onBoth } from '../support/db.ts'
import { drawingOfApril, fileOfApril, tellApril, withCopy } from './files.ts'

onBoth('the bulletin of a month', (open, database) => {
  test('says every figure in a sentence, and nothing else', async () => {
    const store = await open()
    await tellApril(store)
    const { report } = await drawHere(store, await drawingOfApril(store), null)
    const said = bulletinOf(report).sections.map(({ title, sentences }) => [title.zh, ...sentences.map(({ zh }) => zh)])
    expect(said.slice(0, 2)).toEqual([
      [
        '总体情况',
        '2026年4月，上期结转2件，收件1件，恢复办理0件；办复1件，以其他方式结束0件；统计到2026年4月30日，在办2件。',
        '收支平衡：2＋1＋0＝1＋0＋2。',
      ],
      [
        '办结情况',
        '应结2件。',
        '结案率50.00%（分子1，分母2）。',
        '按期结案率50.00%（分子1，分母2）；按期的事项中迟录0件。',
        '当期办复进度0.00%（分子0，分母1）。',
        '办结1件。',
        '导入办结0件。',
      ],
    ])
    const all = said.flat().join('')
    for (const { title } of report.metrics.filter(({ id }) => !['carried_over', 'received'].includes(id)))
      expect(all).toContain(title.zh)
  })

  test('is an A4 document in the margins of GB/T 9704, the same bytes twice', async () => {
    const store = await open()
    await tellApril(store)
    const { bytes } = await fileOfApril(store, { format: 'docx' })
    expect((await fileOfApril(store, { format: 'docx' })).bytes.equals(bytes)).toBe(true)
    if (database === 'sqlite')
      await withCopy(store, async there => {
        expect((await fileOfApril(there, { format: 'docx' })).bytes.equals(bytes)).toBe(true)
      })
    const document = partOf(bytes, 'word/document.xml')
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(document).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
    expect(document).not.toMatch(/X4|标题|王芳/)
    expect(partOf(bytes, 'docProps/core.xml')).toContain('2026-06-30T16:00:00Z')
    const english = partOf((await fileOfApril(store, { format: 'docx', lang: 'en' })).bytes, 'word/document.xml')
    expect(english.match(/[^<>]*\p{Script=Han}[^<>]*/gu) ?? []).toEqual([])
    expect(english).toContain('On-time rate: 50.00% (1 of 2); of those on time 0 were recorded late.')
  })
})

function partOf(bytes: Buffer, name: string): string {
  const unzipped = unzip(bytes, found => found === name, 10_000_000)
  return 'ok' in unzipped ? (unzipped.ok[0]?.data.toString('utf8') ?? '') : ''
}
