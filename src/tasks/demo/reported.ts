import type { Episode } from './episode.ts'
import type { Step, Traveller } from './road.ts'
import { said } from './said.ts'
import { parentOf } from './seats.ts'
import { officeAfter } from './sent.ts'
import type { Sending } from './sent.ts'
import type { Wish } from './wish.ts'

/** What goes back up the way the matter came, before it is closed. */
export function reportedBack({ sends }: Pick<Wish, 'sends'>): Episode[] {
  if (sends === undefined || sends === 'disputed' || sends === 'leaderDecides') return []
  return [{ after: 'serve', tell: (_, traveller) => upward(traveller, sends) }]
}

function upward(traveller: Traveller, sends: Sending): Step[] {
  const { matter } = traveller
  const parent = parentOf(matter.organ) ?? ''
  const office = officeAfter(traveller)
  const first = report('handler', matter.organ)
  const rejected: Step = {
    act: 'rejectReport',
    by: 'clerk',
    organ: office,
    after: 2,
    input: { reason: said.rejecting },
    days: { reportBy: 10 },
  }
  if (sends === 'below')
    return [first, accepted('handler', parent), report('handler', parent), accepted('clerk', office)]
  if (sends === 'rejected') return [first, rejected, report('handler', matter.organ), accepted('clerk', office)]
  const isFromCity = sends === 'city' || sends === 'cityReturned'
  return [
    first,
    accepted('clerk', office),
    ...(isFromCity ? [report('clerk', office), accepted('clerk', 'city-petition-office')] : []),
  ]
}

const report = (by: Step['by'], organ: string): Step => ({
  act: 'report',
  by,
  organ,
  after: 1,
  input: { result: by === 'clerk' ? said.reportingUp : said.reporting },
})

const accepted = (by: Step['by'], organ: string): Step => ({ act: 'acceptReport', by, organ, after: 1 })
