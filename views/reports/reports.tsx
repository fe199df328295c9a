import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { PageHead } from '../parts/page-head.tsx'
import { Say } from '../parts/words.tsx'

type Offered = { slug: string; title: Text; lead: Text }

/** Every report this reader may ask for. */
export const ReportsPage = ({ reports, hasArchive }: { reports: readonly Offered[]; hasArchive: boolean }) => (
  <>
    <PageHead title={{ zh: '报表', en: 'Reports' }} />
    <ul class="plain-list">
      {reports.map(({ slug, title, lead }) => (
        <Line href={urls.report(slug)} title={title} lead={lead} />
      ))}
      {hasArchive && <Line href={urls.reportArchive()} {...archive} />}
      <Line href={urls.exports()} {...made} />
      <Line href={urls.reportDefinitions()} {...definitions} />
    </ul>
  </>
)

const Line = ({ href, title, lead }: { href: string; title: Text; lead: Text }) => (
  <li>
    <a href={href}>
      <Say words={title} />
    </a>
    <p class="muted">
      <Say words={lead} />
    </p>
  </li>
)

const archive = {
  title: { zh: '月报存档', en: 'Archive of monthly reports' },
  lead: { zh: '每月定稿的文件，一字不改', en: 'The files of every closed month, as they were made' },
}

const made = {
  title: { zh: '后台生成的文件', en: 'Files made in the background' },
  lead: { zh: '清单较长的工作簿：进度、取消和下载', en: 'Workbooks with long lists: how far they are, and the files' },
}

const definitions = {
  title: { zh: '指标定义', en: 'What the figures mean' },
  lead: { zh: '每个数字的公式、口径和来源', en: 'Formula, basis and source of every figure' },
}
