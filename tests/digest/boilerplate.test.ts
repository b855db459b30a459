import { describe, expect, it } from 'vitest'
import { isBoilerplate, isBoilerplateSection } from '../../shared/digest/boilerplate.ts'

const BOILERPLATE = [
  'Subscribe',
  'Subscribe | Archive | About',
  'Subscribe to get the next edition by mail.',
  'To unsubscribe, write to us.',
  'You are receiving this e-mail because you signed up in 2019.',
  'You can update your preferences or unsubscribe from this list.',
  'Unsubscribe · 12 Quay Street, Harbour 12345',
  'View this email in your browser',
  'Was this e-mail forwarded to you? Sign up here.',
  'Suggestions? Praise? Send well-aimed feedback to editor@example.org.',
  'Copyright © 2020 The Port Letter, all rights reserved.',
  'Our mailing address is: 12 Quay Street',
  'Read more »',
  '📣 Ad: 300 wines at half the price.',
  'Thanks for reading!',
  'The end.',
  '---------- Forwarded message --------- From: Ida <ida@example.org> Date: Fri, Mar 12, 2021 at 9:00 AM',
  '-----Original Message----- From: Ida Sent: Friday, March 12, 2021 6:00 AM To: Bob Subject: Figures',
  'On Mon, Mar 15, 2021 at 9:00 AM Ida Berg <ida@example.org> wrote:',
  'From: Ida Berg Sent: Friday, March 12, 2021 6:00 AM To: Bob Subject: Figures',
  '发件人：编辑部 发送时间：2021年3月12日 9:00 收件人：读者 主题：周报',
  'Open in app or online',
  'Skip to content',
  'Sign Up |Advertise|View Online',
  'Like Comment Restack',
  '** Twitter (https://example.org/t) ** Facebook (https://example.org/f)',
  'Created with Revue by Twitter.',
  'You just read issue #88 of Figures.',
  'This issue is brought to you by Crate.',
  'Together with Crate',
  'If you enjoyed this, share it with a friend!',
  'The post Links appeared first on Quay.',
  'Dockside is a reader-supported publication.',
  'Sent from my iPhone',
  '228 Park Ave S, #29976, New York, New York 10003, United States',
  '点赞 在看 分享',
  '回复TD退订',
  '{% include subscribe.html %}',
  '* * *',
  '3、',
  '（二）',
  '（完）',
  '本刊每周五发布，同步更新在公众号。',
  '欢迎投稿，请写信给编辑。',
  '微信搜索“港口日报”或者扫描二维码，即可订阅。',
  '点击链接，或扫描上方海报的二维码，了解详情。',
  '退订请回复邮件。',
  '阅读原文',
]

/** Stories about subscriptions, copyright, advertising and codes are stories. */
const STORIES = [
  'Subscribers rose by 5 percent to 1.2 million.',
  'Subscribe-and-save orders fell by 4 percent.',
  'Under the law customers can unsubscribe within two clicks; 3 million complained.',
  'On Monday the mayor, aged 62, wrote: 300 flats are to be built.',
  'From 300 to 500: rents to date: 20 percent up.',
  'Copyright suits cost the label $3 million.',
  'Ad revenue fell to $40 million.',
  'Sponsored research doubled to $5 million.',
  'Contents insurance costs 12 percent more.',
  'Readers sent feedback on 300 pages.',
  'Share of Facebook in advertising: 20 percent.',
  'Facebook',
  'Facebook 正在研发一种腕带。',
  'Together with Crate the port built 40 cranes.',
  '12 wells, 3 dams and a town of 10003 people in Texas.',
  'The post office appeared first on the list of 300.',
  '订阅用户达到2.3亿，订阅收入增长15%。',
  '扫码支付的交易额达3万亿元。',
  '很多广告短信都说回复 T 退订，一年有2460亿条。',
  '访客用手机扫描这个二维码，就能看到屋主。',
  '微信搜索的日活用户超过1亿。',
  '广告收入下降到4亿元。',
]

describe('boilerplate', () => {
  it.each(BOILERPLATE)('is %s', (text) => expect(isBoilerplate(text)).toBe(true))
  it.each(STORIES)('is not %s', (text) => expect(isBoilerplate(text)).toBe(false))

  it.each(['Subscribe', 'Contents', 'Sponsor', 'About this newsletter', '往年回顾', '订阅'])(
    'is all of the section %s',
    (heading) => expect(isBoilerplateSection(heading)).toBe(true),
  )
  it.each(['Subscriptions fell', 'About', '往年的回顾与展望'])('is not the section %s', (heading) =>
    expect(isBoilerplateSection(heading)).toBe(false),
  )
})
