import { expect, test } from 'vitest'
import type { CastName } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'

onBoth('a page that is not there', open => {
  test('leads back to what its reader has, and to nothing that is absent as well', async () => {
    const { app, visit } = await office(open)
    const ways: Partial<Record<CastName, string[]>> = {
      zhaoqiang: ['/queues', '/reports'],
      tangtong: ['/reports'],
      guanli: ['/'],
    }
    for (const who of ['zhaoqiang', 'tangtong', 'guanli'] as const) {
      const lost = await visit(who, '/nowhere')
      expect(lost.status).toBe(404)
      const links = [...(await lost.text()).matchAll(/<li><a href="([^"]*)">回到/g)].map(([, href]) => href ?? '')
      expect(links, who).toEqual(ways[who])
      for (const href of links) expect((await visit(who, href)).status, `${who} ${href}`).toBe(200)
    }
    const stranger = await (await app.request('http://localhost/nowhere')).text()
    expect(stranger).toMatch(/<li><a href="\/">回到首页/)
  })
})
