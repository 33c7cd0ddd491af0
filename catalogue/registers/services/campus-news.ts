import { date, defineRegister, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** News on the college's public site. */
export const campusNews = defineRegister({
  name: 'campus-news',
  label: { zh: '校园动态', en: 'Campus news' },
  area: 'services',
  owner: 'college-office',
  title: 'title',
  fields: {
    title: text({ zh: '标题', en: 'Title' }, { required: true, maxLength: 300 }),
    address: text(
      { zh: '访问链接', en: 'Address' },
      {
        required: true,
        maxLength: 500,
        pattern: 'https?://[!-~]+',
        help: { zh: '以 http:// 或 https:// 开头', en: 'Begins with http:// or https://' },
      },
    ),
    publishedOn: date({ zh: '发布日期', en: 'Published on' }, { required: true, indexed: true }),
  },
  unique: [['address']],
  access: openToMembers,
  order: '-publishedOn',
})
