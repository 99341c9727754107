import { counted } from './plural.ts';
import type { Texts } from './texts.ts';

/** The forms of a noun after numbers: one, two, three to ten, eleven to ninety-nine, and hundreds. */
const count = (one: string, two: string, few: string, many: string, other: string) =>
  counted('ar', { zero: `# ${other}`, one, two, few: `# ${few}`, many: `# ${many}`, other: `# ${other}` });

/** Arabic. */
export const ar: Texts = {
  locale: 'ar',
  name: 'العربية',
  direction: 'rtl',
  words: {
    order: 'الطلب',
    customer: 'العميل',
    reseller: 'البائع المعتمد',
    distributor: 'الموزّع',
    application: 'التطبيق',
    capacity: 'السعة',
    term: 'المدة',
    care: 'الصيانة',
    server: 'الخادم',
    activationToken: 'رمز التفعيل',
    units: {
      users: count('مستخدم واحد', 'مستخدمان', 'مستخدمين', 'مستخدمًا', 'مستخدم'),
      channels: count('قناة واحدة', 'قناتان', 'قنوات', 'قناة', 'قناة'),
      operators: count('عامل مقسم واحد', 'عاملا مقسم', 'عمال مقسم', 'عامل مقسم', 'عامل مقسم'),
      rooms: count('غرفة واحدة', 'غرفتان', 'غرف', 'غرفة', 'غرفة'),
      sessions: count('جلسة واحدة', 'جلستان', 'جلسات', 'جلسة', 'جلسة'),
    },
    licenses: { subscription: 'اشتراك', perpetual: 'ترخيص دائم' },
    careLevels: { basic: 'الأساسية', gold: 'الذهبية', platinum: 'البلاتينية' },
    termStates: {
      upcoming: 'لم تبدأ بعد',
      active: 'سارية',
      expiring: 'تنتهي قريبًا',
      grace: 'في فترة السماح',
      expired: 'منتهية',
      canceled: 'ملغاة',
    },
    stages: { locked: 'مقفل', unlocked: 'مفتوح', assigned: 'مخصَّص', activated: 'مفعَّل' },
    statuses: { open: 'قائم', suspended: 'موقوف', canceled: 'ملغى', ended: 'منتهٍ' },
    serverRoles: { production: 'إنتاج', test: 'اختبار', redundancy: 'احتياط' },
    serverStates: {
      registered: 'لم يُخصَّص له شيء',
      waiting: 'بانتظار رمزه',
      activated: 'مفعَّل',
      retired: 'خارج الخدمة',
    },
    accountKinds: { vendor: 'المنتِج', distributor: 'الموزّع', reseller: 'البائع المعتمد', customer: 'العميل' },
    roles: { administrator: 'مدير', viewer: 'مطّلع' },
    between: (firstDay, lastDay) => `من ${firstDay} إلى ${lastDay}`,
    since: (firstDay) => `من ${firstDay} بلا نهاية`,
    careUntil: (level, lastDay) => `الصيانة ${level} حتى ${lastDay}`,
    noCare: 'بلا صيانة',
  },
  frame: {
    product: 'Cloud Licensing',
    skip: 'انتقل إلى المحتوى',
    menu: 'القائمة',
    language: 'اللغة',
    customers: 'العملاء',
    people: 'الأشخاص',
    sessions: 'أماكن تسجيل دخولك',
    signIn: 'تسجيل الدخول',
    signOut: 'تسجيل الخروج',
    mailbox: 'صندوق البريد',
    signedInAs: 'سُجّل الدخول باسم',
    notFound: {
      title: 'لا يوجد شيء هنا',
      text: 'هذا العنوان لا يؤدي إلى أي مكان. إن وصلك بالبريد الإلكتروني فافتحه من الرسالة نفسها، فقد يكون جزء من آخره ناقصًا.',
    },
    notPermitted: {
      title: 'هذا الإجراء من شأن غيرك',
      text: 'يستطيع القيام به مدير الحساب أو البائع أو المنتِج. يمكنك الاطلاع وأن تطلب ذلك من أحدهم.',
    },
    unavailable: {
      title: 'حاول مجددًا بعد دقيقة',
      text: 'لا تستطيع الخدمة قبول الطلب الآن. لم يُفقد شيء: ارجع واضغط الزر مرة أخرى.',
    },
    tooMany: {
      title: 'محاولات كثيرة',
      text: 'انتظر بضع دقائق ثم حاول مجددًا.',
    },
    unreadable: {
      title: 'تعذّرت القراءة',
      text: 'ما أُرسل ليس نموذجًا من نماذج هذه الخدمة. افتح الصفحة من جديد واضغط زرها.',
    },
    foreign: {
      title: 'لم يأت هذا الطلب من صفحة من صفحات هذه الخدمة',
      text: 'لم يتغير شيء. افتح الصفحة هنا واضغط زرها.',
    },
    broken: {
      title: 'حدث خطأ هنا',
      text: 'حاول مجددًا. إن تكرر الخطأ فأخبر من يشغّل هذه الخدمة.',
    },
  },
  orderMail: {
    subject: (orderNumber, customerName) => `الطلب ${orderNumber}: سُلِّمت التراخيص إلى ${customerName}`,
    heading: 'سُلِّمت التراخيص',
    preview: (orderNumber) => `سُلِّم الطلب ${orderNumber} وهو بانتظار فتح القفل.`,
    introduction: 'التراخيص التالية موجودة في الحساب الذكي للعميل. وهي مقفلة: لا يراها العميل إلى أن تفتح قفلها.',
    lines: 'ما الذي سُلِّم',
    unlockHeading: '1. فتح القفل',
    unlockExplained:
      'أبقِ التراخيص مقفلة ما دمت تحتاج إلى ذلك. يفتح الزر صفحة تعرض ما سيُفتح قفله وتطلب منك التأكيد، دون الحاجة إلى تسجيل الدخول.',
    unlock: 'افتح قفل التراخيص',
    unlockAddress: 'إن لم يعمل الزر فافتح هذا العنوان:',
    activateHeading: '2. التخصيص والتفعيل',
    activateSteps: [
      'في البوابة، تخصّص أنت أو العميل السعة لخادم AppSuite واحد أو أكثر.',
      'ما إن يُخصَّص شيء لخادم حتى تعرض البوابة رمز تفعيله بجانبه.',
      'الصق رمز التفعيل في خادم AppSuite، الإصدار Winter 2020 أو أحدث. يتصل الخادم بعنوان البوابة عبر HTTPS على المنفذ 443 ويعرض تراخيصه.',
    ],
    portal: 'افتح البوابة',
    closing: 'هذه هي الرسالة الوحيدة عن هذا التسليم. احتفظ بها من فضلك: يعمل زر فتح القفل ما دمت تحتاج إليه.',
  },
  noticeMail: {
    subject: count(
      'ترخيص واحد ينتهي قريبًا',
      'ترخيصان ينتهيان قريبًا',
      'تراخيص تنتهي قريبًا',
      'ترخيصًا ينتهي قريبًا',
      'ترخيص ينتهي قريبًا',
    ),
    heading: 'ما ينتهي قريبًا',
    preview: count(
      'ترخيص أو عقد صيانة واحد لم يُجدَّد.',
      'ترخيصان أو عقدا صيانة لم يُجدَّدا.',
      'تراخيص أو عقود صيانة لم تُجدَّد.',
      'ترخيصًا أو عقد صيانة لم يُجدَّد.',
      'ترخيص أو عقد صيانة لم يُجدَّد.',
    ),
    introduction:
      'ما يلي لم يُجدَّد بعد. اطلب التجديد، ولا حاجة إلى أي شيء آخر: تحصل الخوادم على المدد الجديدة من تلقاء نفسها.',
    whatEnds: 'ما الذي ينتهي',
    endsOn: 'اليوم الأخير',
    what: { term: (application) => application, care: (application) => `صيانة ${application}` },
    ends: (lastDay, daysLeft) => `${lastDay} (${daysLeft})`,
    daysLeft: count('بقي يوم واحد', 'بقي يومان', 'أيام باقية', 'يومًا باقيًا', 'يوم باقٍ'),
    closing:
      'تصلك رسالة كهذه مرة واحدة في اليوم على الأكثر، وفقط حين يوشك شيء جديد على الانتهاء. يستطيع المنتِج إيقافها لك.',
  },
};
