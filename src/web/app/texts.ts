import type { Label } from '../../language/index.ts'
import { peopleTexts } from './texts-people.ts'
import { recordsTexts } from './texts-records.ts'
import { waitingTexts } from './texts-waiting.ts'

const frameTexts = {
  'brand.name': { zh: '匠心', en: 'Jiangxin' },
  'brand.line': { zh: '职业院校数据与质量平台', en: 'Data and quality for vocational colleges' },

  'common.cancel': { zh: '取消', en: 'Cancel' },
  'common.close': { zh: '关闭', en: 'Close' },
  'common.loading': { zh: '正在加载', en: 'Loading' },
  'common.new': { zh: '新建', en: 'New' },
  'common.offline': {
    zh: '网络已断开。可以继续查看和填写，恢复连接后再保存。',
    en: 'You are offline. Go on reading and writing; save when the connection is back.',
  },
  'common.optional': { zh: '（选填）', en: '(optional)' },
  'common.reload': { zh: '刷新页面', en: 'Reload' },
  'common.remove': { zh: '移除', en: 'Remove' },
  'common.retry': { zh: '重试', en: 'Try again' },
  'common.save': { zh: '保存', en: 'Save' },

  'nav.account': { zh: '我的', en: 'Account' },
  'nav.account-menu': { zh: '{name}的账号菜单', en: 'Account menu of {name}' },
  'nav.all': { zh: '全部', en: 'All' },
  'nav.all-registers': { zh: '全部数据表', en: 'All registers' },
  'nav.by-area': { zh: '数据表', en: 'Registers' },
  'nav.codes': { zh: '代码表', en: 'Code lists' },
  'nav.favourites': { zh: '收藏', en: 'Favourites' },
  'nav.feeds': { zh: '数据接入', en: 'Feeds' },
  'nav.figures': { zh: '指标', en: 'Figures' },
  'nav.find-register': { zh: '查找数据表', en: 'Find a register' },
  'nav.home': { zh: '工作台', en: 'Workbench' },
  'nav.main': { zh: '主菜单', en: 'Main menu' },
  'nav.manage': { zh: '管理', en: 'Administration' },
  'nav.menu': { zh: '菜单', en: 'Menu' },
  'nav.classroom': { zh: '课堂', en: 'Classroom' },
  'nav.teaching': { zh: '教学分析', en: 'Teaching' },
  'nav.purposes': { zh: '课堂记录说明', en: 'What is recorded in class' },
  'nav.learning-records': { zh: '学习记录库', en: 'Learning records' },
  'nav.courseware': { zh: '在线课件', en: 'Courseware' },
  'nav.national-platform': { zh: '国家平台上报', en: 'National platform' },
  'nav.notices': { zh: '通知', en: 'Notices' },
  'nav.overview': { zh: '数据看板', en: 'Overview' },
  'nav.own': { zh: '与我有关', en: 'Mine' },
  'nav.plan-fills': { zh: '我的任务', en: 'My tasks' },
  'nav.plan-reviews': { zh: '进度审核', en: 'Review of progress' },
  'nav.plans': { zh: '建设计划', en: 'Plans' },
  'nav.ability': { zh: '职业能力分析', en: 'What work asks for' },
  'nav.report-audit': { zh: '报告数据检查', en: 'Audit a report' },
  'nav.scoring': { zh: '考核评分', en: 'Scoring' },
  'nav.frameworks': { zh: '资历框架', en: 'Frameworks' },
  'nav.credit-bank': { zh: '学分银行', en: 'Credit bank' },
  'nav.quick': { zh: '快捷导航', en: 'Quick places' },
  'nav.recent': { zh: '最近打开', en: 'Recent' },
  'nav.registers': { zh: '数据', en: 'Registers' },
  'nav.reports': { zh: '报告', en: 'Reports' },
  'nav.skip': { zh: '跳到正文', en: 'Skip to content' },
  'nav.withheld': {
    zh: '您的部分权限要用通行密钥登录才生效：',
    en: 'Some of your rights count only after signing in with a passkey:',
  },
  'nav.standards': { zh: '数据标准', en: 'Data standard' },

  'search.failed': { zh: '搜索失败，请稍后重试', en: 'The search failed; try again later' },
  'search.hits': { zh: '搜索结果', en: 'Results' },
  'search.keys': { zh: '↑ ↓ 选择，Enter 打开，Esc 关闭', en: '↑ ↓ to choose, Enter to open, Esc to close' },
  'search.none': {
    zh: '没有找到。换个说法，或到对应的数据表中筛选。',
    en: 'Nothing found. Try other words, or filter inside a register.',
  },
  'search.open': { zh: '搜索', en: 'Search' },
  'search.placeholder': { zh: '搜索记录、人员、数据表', en: 'Search records, people, registers' },
  'search.register': { zh: '数据表', en: 'Register' },
  'search.running': { zh: '正在搜索…', en: 'Searching…' },

  'shortcuts.close': { zh: '关闭对话框', en: 'Close a dialog' },
  'shortcuts.help': { zh: '显示此帮助', en: 'Show this help' },
  'shortcuts.rows': { zh: '在列表中移动和打开', en: 'Move in a list and open' },
  'shortcuts.search': { zh: '搜索', en: 'Search' },
  'shortcuts.title': { zh: '键盘快捷键', en: 'Keyboard shortcuts' },

  'error.request': { zh: '请求编号 {id}，联系管理员时请提供。', en: 'Request {id}; mention it to the administrator.' },
  'error.screen': { zh: '此页面出现错误', en: 'This screen broke' },
  'error.screen-hint': {
    zh: '已保存的数据不受影响。请刷新页面；若仍如此，请把下面的信息告诉系统管理员。',
    en: 'Saved data is safe. Reload; if it stays so, tell the administrator what is written below.',
  },
  'error.title': { zh: '未能完成', en: 'This did not work' },
  'error.unexpected': {
    zh: '出现意外错误。请重试；若仍如此，请联系系统管理员。',
    en: 'Something unexpected happened. Try again; if it stays so, tell the administrator.',
  },
  'error.updated': { zh: '平台已更新', en: 'The platform was updated' },
  'error.updated-hint': { zh: '刷新页面后即可继续。', en: 'Reload the page to go on.' },
  'error.what': { zh: '“{what}”未能显示', en: '"{what}" cannot be shown' },

  'not-found.hint': {
    zh: '地址可能写错，或内容已移走，或您无权查看。',
    en: 'The address may be wrong, the content gone, or not open to you.',
  },
  'not-found.title': { zh: '没有这个页面', en: 'No such page' },

  'sign-in.both': { zh: '请填写账号和密码', en: 'Fill in account and password' },
  'sign-in.college': { zh: '学校', en: 'College' },
  'sign-in.demo': { zh: '示范学校', en: 'Demonstration college' },
  'sign-in.demo-hint': {
    zh: '数据为虚构，可随意试用。选择一个身份直接登录：',
    en: 'Its data is invented: try anything. Choose who to be:',
  },
  'sign-in.enter': { zh: '登录', en: 'Sign in' },
  'sign-in.show': { zh: '显示密码', en: 'Show' },
  'sign-in.hide': { zh: '隐藏密码', en: 'Hide' },
  'sign-in.name': { zh: '账号', en: 'Account' },
  'sign-in.passkey': { zh: '使用通行密钥登录', en: 'Sign in with a passkey' },
  'sign-in.passkey-failed': {
    zh: '未能使用通行密钥：操作已取消，或此设备上没有本平台的密钥。',
    en: 'No passkey was used: it was cancelled, or this device has none for this platform.',
  },
  'sign-in.password': { zh: '密码', en: 'Password' },
  'sign-in.title': { zh: '登录', en: 'Sign in' },
  'sign-in.verify': { zh: '不用登录：核验电子证书', en: 'Without signing in: verify a certificate' },
  'sign-in.wrong': {
    zh: '账号或密码不正确。请检查大小写；忘记密码请联系系统管理员重置。',
    en: 'Account or password is wrong. Check upper and lower case; the administrator can reset a forgotten password.',
  },

  'notices.none': { zh: '没有通知', en: 'No notices' },
  'notices.none-hint': {
    zh: '有人提到您、退回或审核您的记录时，会在这里告诉您。',
    en: 'You will hear here when somebody mentions you, returns or reviews a record of yours.',
  },
  'notices.read-all': { zh: '全部标为已读', en: 'Mark all as read' },
  'notices.unread': { zh: '通知，{n} 条未读', en: 'Notices, {n} unread' },

  'home.due': { zh: '截止 {date}', en: 'due {date}' },
  'home.faults': { zh: '我的数据问题', en: 'Faults for me to mend' },
  'home.faults-count': { zh: '{n} 处待改', en: '{n} to mend' },
  'home.figures': { zh: '我负责的指标', en: 'Figures I answer for' },
  'home.late': { zh: '超期 {n} 天', en: '{n} days late' },
  'home.mine': { zh: '我的未完成记录', en: 'My unfinished records' },
  'home.mine-none': { zh: '没有未完成的记录', en: 'Nothing unfinished' },
  'home.mine-none-hint': {
    zh: '您新建的草稿和被退回的记录会列在这里。',
    en: 'Drafts of yours and records returned to you appear here.',
  },
  'home.oldest': { zh: '最早 {time}', en: 'oldest {time}' },
  'home.sections': { zh: '我的报告章节', en: 'My report sections' },
  'home.shortcuts': { zh: '常用', en: 'At hand' },
  'home.shortcuts-none': {
    zh: '打开过或收藏的数据表会出现在这里。',
    en: 'Registers that you open or star appear here.',
  },
  'home.title': { zh: '{name}，您好', en: 'Hello, {name}' },
  'home.waiting': { zh: '等我处理', en: 'Waiting for me' },
  'home.waiting-none': { zh: '没有待处理的记录', en: 'Nothing is waiting' },
  'home.waiting-none-hint': {
    zh: '需要您审核或提交的记录会列在这里。',
    en: 'Records that you are to review or submit appear here.',
  },

  'registers.find': {
    zh: '名称、拼音首字母、英文、标准表名或列名',
    en: 'Name, pinyin initials, official table or column',
  },
  'registers.found': { zh: '找到 {n} 个', en: '{n} found' },
  'registers.none': { zh: '没有找到数据表', en: 'No register found' },
  'registers.none-hint': {
    zh: '换个名称试试；若应能看到更多，请联系系统管理员授予角色。',
    en: 'Try another name; if you should see more, ask the administrator for a role.',
  },
  'registers.own': { zh: '与我有关', en: 'Concerning me' },
  'registers.own-more': { zh: '显示全部 {n} 个', en: 'Show all {n}' },
  'registers.own-note': {
    zh: '本部门负责的，或由本部门、本人填写的数据表',
    en: 'Those that your office answers for, or that your unit or you fill in',
  },
  'registers.star': { zh: '收藏“{name}”', en: 'Star “{name}”' },
} as const satisfies Record<string, Label>

/** Every word of the screens, in both languages. `{name}` is put in by whoever says it. */
export const texts = { ...frameTexts, ...recordsTexts, ...peopleTexts, ...waitingTexts }
