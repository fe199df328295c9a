import { titled } from './fits.ts'
import type { Wished } from './fits.ts'

/** The fates of the matters that many brought, that could not wait, and that went up all three levels. */
// prettier-ignore
export const comings: readonly Wished[] = [
  { fits: titled('三十六名木工五个月工资没有着落'), wish: { agrees: false, sends: 'handOver', last: { act: 'close', ago: 45 } } },
  { fits: titled('望湖里小区延期一年没有交房，业主集体要求说法'), wish: { meanwhile: ['inCharge', 'agent'], last: { act: 'endCharge', ago: 3 } } },
  { fits: titled('企业改制时买断工龄的补偿标准过低'), wish: { review: 'reviewUphold', reReview: 'reReviewUphold', meanwhile: ['helped'], last: { act: 'care', ago: 60 } } },
  { fits: titled('雨后挡土墙开裂外鼓，墙下住着十几户人'), wish: { meanwhile: ['instructed'], last: { act: 'endCharge', ago: 70 } } },
  { fits: titled('楼道里燃气味很重，打了两次电话没有人上门'), wish: { last: { act: 'register', ago: 1 } } },
  { fits: titled('楼上装修敲墙震裂我家吊顶，两家谈不拢'), wish: { meanwhile: ['settled'], agrees: true, last: { act: 'close', ago: 25 } } },
  { fits: titled('城中河两岸的排污口十年没有治好'), wish: { agrees: false, sends: 'city', last: { act: 'close', ago: 50 } } },
  { fits: titled('外地来电反映长途客运站外拉客抢行李'), wish: { agrees: false, sends: 'cityReturned', last: { act: 'close', ago: 30 } } },
]
