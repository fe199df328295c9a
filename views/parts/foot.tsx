import { urls } from '../../src/http/urls.ts'
import type { LayoutProps } from '../layout.tsx'
import { Preference } from './head.tsx'
import { Say, T, useWords } from './words.tsx'

/** What everyone may always read. */
export function Foot(props: LayoutProps) {
  const { t } = useWords()
  return (
    <footer class="foot">
      <div class="foot-inner">
        <nav aria-label={t({ zh: '说明', en: 'About' })}>
          <ul>
            <FootLink href={urls.law('petition')} zh="信访怎样办理" en="How a petition is handled" />
            <FootLink href={urls.law('deputy-suggestion')} zh="代表建议怎样办理" en="Deputies’ suggestions" />
            <FootLink href={urls.law('cppcc-proposal')} zh="政协提案怎样办理" en="CPPCC proposals" />
            <FootLink href={urls.publicStatistics()} zh="公开统计" en="Public statistics" />
            <FootLink href={urls.privacy()} zh="隐私说明" en="Privacy" />
            <FootLink href={urls.accessibility()} zh="无障碍说明" en="Accessibility" />
          </ul>
        </nav>
        {props.keys !== undefined && <Shortcuts {...props} />}
        <p class="foot-owner">
          <Say words={props.district} />
        </p>
      </div>
    </footer>
  )
}

const FootLink = (props: { href: string; zh: string; en: string }) => (
  <li>
    <a href={props.href}>
      <T zh={props.zh} en={props.en} />
    </a>
  </li>
)

const Shortcuts = (props: LayoutProps) => (
  <div class="foot-keys">
    <p>
      <T zh="快捷键：/ 查找，表格中 j 下一行、k 上一行" en="Keys: / find; in a table j next row, k previous row" />
    </p>
    <Preference name="keys" {...props} />
  </div>
)
