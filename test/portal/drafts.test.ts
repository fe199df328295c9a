import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, readCaseFile } from '../../src/cases/files.ts'
import type { Store } from '../../src/db/open.ts'
import { clearDrafts } from '../../src/portal/drafts.ts'
import { seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { answers, answerStep, browserOf, fillIn, step, submit } from './browser_of.ts'

const clock = () => ({ now: '2026-01-05T02:00:00.000Z' })
const text = (name: string, words = '合同第一页') => new File([words], name)
const onDisk = (store: Store) =>
  readdirSync(join(store.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())

async function seated(open: () => Promise<Store>, time = clock()) {
  const store = await open()
  await seatCast(store)
  return { store, time, client: browserOf(store, time) }
}

onBoth('drafts', open => {
  test('the database alone cannot read a draft', async () => {
    const { store, client } = await seated(open)
    await fillIn(client)
    const [row] = await store.db.selectFrom('drafts').selectAll().execute()
    expect(row?.sealed).not.toContain('王芳')
    expect(row?.id).not.toBe(client.cookies.get('draft'))
  })

  test('another browser sees nothing of it', async () => {
    const { store, client, time } = await seated(open)
    await fillIn(client)
    const other = browserOf(store, time)
    expect((await other.get(step('matter'))).to).toBe(step('start'))
  })

  test('clearing takes the draft, its files on disk and the cookie', async () => {
    const { store, client } = await seated(open)
    await fillIn(client)
    await client.post(step('files'), { do: 'upload', files: [text('合同.txt')] })
    expect(onDisk(store)).toHaveLength(1)
    const cleared = await client.post('/file')
    expect(cleared.to).toBe('/file?cleared=1')
    expect(client.cookies.has('draft')).toBe(false)
    expect(onDisk(store)).toHaveLength(0)
    expect(await store.db.selectFrom('drafts').select('id').execute()).toHaveLength(0)
    expect(await store.db.selectFrom('files').select('id').execute()).toHaveLength(0)
  })

  test('what is typed into a cleared draft is given back, and nothing is filed', async () => {
    const { client } = await seated(open)
    await fillIn(client)
    await client.post('/file')
    const sent = await client.post(step('matter'), { ...answers.matter, version: '3' })
    expect(sent.status).toBe(409)
    expect(sent.text).toContain('楼顶漏水无人修')
  })

  test('after a day a draft cannot be opened, and the sweep removes it with its files', async () => {
    const { store, client, time } = await seated(open)
    await fillIn(client)
    await client.post(step('files'), { do: 'upload', files: [text('合同.txt')] })
    expect(await clearDrafts(store, time.now)).toBe(0)
    time.now = '2026-01-06T03:00:00.000Z'
    expect((await client.get(step('matter'))).to).toBe(step('start'))
    expect(await clearDrafts(store, time.now)).toBe(1)
    expect(onDisk(store)).toHaveLength(0)
  })

  test('several files are listed, one is removed, the rest are filed under the case', async () => {
    const { store, client } = await seated(open)
    await client.post(step('start'))
    await answerStep(client, 'kind', answers.kind)
    await client.post(step('files'), { do: 'upload', files: [text('甲.txt', '甲'), text('乙.txt', '乙')] })
    const listed = await client.get(step('files'))
    expect(listed.text).toContain('甲.txt')
    const remove = /name="remove" value="([^"]+)">删除<span class="for-readers"> 甲\.txt/.exec(listed.text)?.[1] ?? ''
    await client.post(step('files'), { remove })
    const left = await client.get(step('files'))
    expect(left.text).not.toContain('甲.txt')
    expect(left.text).toContain('乙.txt')
    await fillIn(client)
    const { number } = await submit(client)
    const [file, ...more] = await listFiles(store.db, store.master, number)
    expect(more).toHaveLength(0)
    expect(file?.name).toBe('乙.txt')
    expect((await readCaseFile(store, number, file?.id ?? ''))?.bytes.toString()).toBe('乙')
    expect(onDisk(store)).toHaveLength(1)
  })

  test('a file that is not of an allowed kind is refused by what it holds', async () => {
    const { client } = await seated(open)
    await client.post(step('start'))
    await answerStep(client, 'kind', answers.kind)
    const page = new File(['<!doctype html><script>alert(1)</script>'], '照片.jpg')
    const refused = await client.post(step('files'), { do: 'next', files: [page] })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('不是可以上传的类型')
  })

  test('a new start after filing begins an empty draft; an unfinished one goes on', async () => {
    const { client } = await seated(open)
    await fillIn(client)
    const before = client.cookies.get('draft')
    await client.post(step('start'))
    expect(client.cookies.get('draft')).toBe(before)
    await submit(client)
    await client.post(step('start'))
    expect(client.cookies.get('draft')).not.toBe(before)
    expect((await client.get(step('matter'))).text).not.toContain('2026年1月起')
  })

  test('a receipt opens only in the browser that filed, and not after clearing', async () => {
    const { store, client, time } = await seated(open)
    await fillIn(client)
    const { filed, number } = await submit(client)
    const stranger = await browserOf(store, time).get(filed.to)
    expect(stranger.status).toBe(404)
    expect(stranger.text).not.toContain(number)
    await client.post('/file')
    expect((await client.get(filed.to)).status).toBe(404)
  })
})
