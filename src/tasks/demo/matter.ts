/** One made-up petition, with what the office answers. Everyone and everything in it is fictional. */
export type Matter = {
  title: string
  /** First person: place, time, request, reasons. */
  body: string
  category: string
  kind: 'suggestion' | 'accusation' | 'appeal'
  /** 《信访工作条例》 art. 31, for appeals only: 6 is the petition procedure, the rest lead elsewhere. */
  route?: '1' | '2' | '3' | '4' | '5' | '6'
  channel: 'online' | 'letter' | 'phone' | 'fax' | 'visit'
  organ: string
  /** The organ an accusation reports on: neither it nor anything below it may handle the matter (art. 30). */
  accused?: string
  /** How many people came, for visits. */
  heads?: number
  /** One to three for appeals by route 6, none for the rest. */
  demands: readonly { text: string; outcome: 'support' | 'explain' | 'reject' }[]
  /** For suggestions (art. 29). */
  adoption?: 'whole' | 'part' | 'none'
  facts: string
  basis: string
  opinion: string
  question?: string
  reply?: string
  extensionReason?: string
  /** Why it was not accepted. The opinion gives the reasons. */
  refusalGround?: 'pending' | 'authority' | 'otherBody' | 'noClaim'
  /** Grave or urgent, and reported as such (art. 25). */
  urgent?: true
  /** How it is brought once more after its conclusion, and why it is not accepted again (art. 36). */
  again?: { title: string; body: string; reason: string }
}
