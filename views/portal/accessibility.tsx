import { urls } from '../../src/http/urls.ts'
import { PageHead } from '../parts/page-head.tsx'
import { T } from '../parts/words.tsx'

export const AccessibilityPage = () => (
  <div class="prose">
    <PageHead title={{ zh: '无障碍说明', en: 'Accessibility' }} />
    <p>
      <T
        zh="本站按照GB/T 37668-2019和WCAG 2.2 AA建设，依据《无障碍环境建设法》第三十二条。"
        en="This site is built to GB/T 37668-2019 and WCAG 2.2 AA, under art. 32 of the Law on Building an Accessible Environment."
      />
    </p>
    <h2>
      <T zh="您可以" en="You can" />
    </h2>
    <ul>
      <li>
        <T zh="在页面上方改用大字版或者英文" en="Switch to larger type or to Chinese at the top of every page" />
      </li>
      <li>
        <T zh="只用键盘办完每一件事" en="Do everything with the keyboard alone" />
      </li>
      <li>
        <T
          zh="使用读屏软件；错误会读出来，并指到要改的地方"
          en="Use a screen reader; mistakes are announced and linked to where they are"
        />
      </li>
      <li>
        <T zh="在老旧的手机上、关闭脚本时使用" en="Use an old phone, or a browser with scripts off" />
      </li>
      <li>
        <T zh="放大到400%而不必左右滚动" en="Zoom to 400 % without scrolling sideways" />
      </li>
    </ul>
    <h2>
      <T zh="还有不便之处" en="What is not there yet" />
    </h2>
    <p>
      <T
        zh="您上传的录音、录像没有自动字幕；别人上传的扫描件可能没有文字。"
        en="Recordings that people upload have no captions, and scans may hold no text."
      />
    </p>
    <h2>
      <T zh="用不了网上渠道" en="If the site does not work for you" />
    </h2>
    <p>
      <T
        zh="您可以写信、打电话、传真或者到信访接待场所，由工作人员当场代为登记；您的权利和期限完全一样。"
        en="Write, telephone, send a fax or come to the reception, where staff enter your matter for you; your rights and the terms are the same."
      />{' '}
      <a href={urls.law('petition')}>
        <T zh="信访怎样办理" en="How a petition is handled" />
      </a>
    </p>
  </div>
)
