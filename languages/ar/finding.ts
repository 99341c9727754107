import type { SearchTexts, ObjectTexts, EstateTexts, ActivityTexts, HistoryTexts } from '../texts/finding.ts';

export const search: SearchTexts = {
  title: 'البحث',
  label: 'البحث في كل شيء',
  open: 'بحث',
  teach:
    'أدخل رقم طلب أو رقم أمر شراء أو مرجعًا، أو اسم عميل أو خادم أو جهاز، أو الأحرف الخمسة الأولى من رمز التفعيل. اضغط / في أي صفحة للوصول إلى هنا.',
  nothing: (q) => `لم يُعثر على شيء يطابق «${q}».`,
  groups: { orders: 'الطلبات', accounts: 'العملاء والحسابات', servers: 'الخوادم', people: 'الأشخاص' },
  all: 'عرض الكل',
};

export const objects: ObjectTexts = {
  tabs: {
    overview: 'نظرة عامة',
    licenses: 'التراخيص',
    servers: 'الخوادم',
    orders: 'الطلبات',
    activity: 'النشاط',
    people: 'الأشخاص',
  },
  parts: 'أقسام هذه الصفحة',
  way: 'موضعك الحالي',
  more: 'إجراءات أخرى',
  facts: { kind: 'النوع', id: 'الحساب', timeZone: 'المنطقة الزمنية', seller: 'البائع' },
};

export const estate: EstateTexts = {
  title: 'الخوادم',
  search: 'الاسم أو المعرّف أو الجهاز',
  shows: {
    all: 'كل الخوادم',
    silent: 'صامتة',
    registered: 'لم يُخصَّص لها شيء',
    waiting: 'بانتظار التفعيل',
    activated: 'مفعَّلة',
  },
  customer: 'العميل',
  version: 'الإصدار',
  machine: 'الجهاز',
  csv: 'تنزيل بصيغة CSV',
  empty: 'لا توجد خوادم بعد. ستظهر هنا حالما يسجّل أحد عملائك خادمًا.',
};

export const activity: ActivityTexts = {
  title: 'النشاط',
  kind: 'يتعلق بـ',
  kinds: {
    all: 'كل شيء',
    orders: 'الطلبات',
    servers: 'الخوادم',
    accounts: 'الحسابات والأشخاص',
    advisories: 'التنبيهات',
  },
  from: 'من',
  to: 'إلى',
  by: 'المنفّذ',
  anybody: 'عرض ما فعله الجميع',
  when: 'الوقت',
  what: 'ما حدث',
  about: 'المكان',
  csv: 'تنزيل بصيغة CSV',
  empty: 'لم يحدث شيء هنا بعد. كل ما يفعله أحد أو يُحدثه خادم أو مرور الوقت يظهر هنا.',
  further: 'لا شيء من الأحدث يطابق ذلك. لم يُفحص النشاط الأقدم بعد.',
  older: 'الأقدم',
};

export const history: HistoryTexts = {
  title: (application) => `${application} عبر الزمن`,
  described: (application, from, to) => `الوحدات المملوكة والمخصصة من ${application} شهرًا بشهر، من ${from} إلى ${to}`,
  month: 'الشهر',
  owned: 'المملوكة',
  assigned: 'المخصصة',
  used: 'المستخدمة الآن',
  table: 'البيانات نفسها بالأرقام',
};
