import type { Child } from 'hono/jsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Tabs } from '../parts/tabs.tsx'
import type { Tab } from '../parts/tabs.tsx'
import { Say, T } from '../parts/words.tsx'
import type { Words } from '../parts/words.tsx'

type Props = { title: Words; tabs: readonly Tab[]; isDone: boolean; children: Child }

export const AdminPage = ({ title, tabs, isDone, children }: Props) => (
  <>
    <Tabs label={{ zh: '管理', en: 'Administration' }} tabs={tabs} />
    {isDone && (
      <Notice tone="success" announced>
        <p>
          <T zh="变更已保存，并已记入日志。" en="The change is saved and on record." />
        </p>
      </Notice>
    )}
    <PageHead title={title} />
    {children}
  </>
)

type SectionLink = { href: string; text: Words; about: Words }

export const Overview = (props: { sections: readonly SectionLink[]; unannounced: number | null }) => (
  <>
    {props.unannounced !== null && (
      <Notice tone="warning">
        <p>
          <T
            zh={`${props.unannounced}年的放假安排还没有录入，跨入该年的工作日期限暂按周末和法定节日推算。`}
            en={`The holidays of ${props.unannounced} are not loaded yet; terms that reach into it are provisional.`}
          />
        </p>
      </Notice>
    )}
    <dl class="facts">
      {props.sections.map(({ href, text, about }) => (
        <div>
          <dt>
            <a href={href}>
              <Say words={text} />
            </a>
          </dt>
          <dd>
            <Say words={about} />
          </dd>
        </div>
      ))}
    </dl>
  </>
)
