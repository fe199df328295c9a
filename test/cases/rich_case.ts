import type { Store } from '../../src/db/open.ts'
import { cast } from '../support/cast.ts'
import { file, filing } from '../support/road.ts'
import type { Traveller } from '../support/road.ts'

/** A group's petition with everything at once: handed over, passed down, supervised, a leader in charge, an agent. */
export async function richCase(store: Store, more: object = {}): Promise<Traveller> {
  const petition = await file(store, '2026-01-05', { ...filing, heads: 12, ...more })
  const { does } = petition
  await does('register', cast.liming, '2026-01-06', {
    ...{ kind: 'appeal', route: '6', heads: 12, urgent: true },
    ...{ representatives: 2, representativeNames: ['郑伟', '何静'] },
  })
  await does('authoriseAgent', cast.liming, '2026-01-06', {
    ...{ agentName: '许律师', agentPhone: '13900000034', relation: 'lawyer', mandate: 'written' },
  })
  await does('handOver', cast.liming, '2026-01-06', { organ: 'housing', reportBy: '2026-03-20' })
  await does('putInCharge', cast.chenjing, '2026-01-06', { leader: 'lincheng' })
  await does('receive', cast.zhaoqiang, '2026-01-07')
  await does('involve', cast.zhaoqiang, '2026-01-07', { organ: 'police' })
  await does('passDown', cast.zhaoqiang, '2026-01-07', { organ: 'housing-station', reportBy: '2026-03-10' })
  await does('receive', cast.wugang, '2026-01-08')
  await does('accept', cast.wugang, '2026-01-08')
  await does('supervise', cast.liming, '2026-01-09', { trigger: 'shirking', demand: '请说明进度' })
  await does('propose', cast.chenjing, '2026-01-09', { about: 'improve', proposal: '建立台账' })
  await does('instruct', cast.lincheng, '2026-01-09', { instruction: '尽快办理', reportBy: '2026-01-15' })
  return petition
}
