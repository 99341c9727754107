import type { TestUnitsTexts } from '../texts/test-units.ts';

export const testUnits: TestUnitsTexts = {
  title: 'مجاني للاختبار',
  help: 'يستخدم خادم الاختبار هذه الوحدات إضافة إلى ما اشتُري، وذلك بالاتصال فقط. ولا يملك وحدات التطبيق الواحد إلا خادم واحد لدى العميل.',
};
