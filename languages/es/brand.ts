import type { BrandTexts } from '../texts/brand.ts';

export const brand: BrandTexts = {
  support: '¿Preguntas? Escriba a',
  title: 'Marca',
  introduction: 'Lo que clientes y revendedores ven de usted en cada página y en cada correo.',
  name: 'Nombre',
  nameHelp: 'En la cabecera de páginas y correos. Vacío: el nombre del servicio.',
  logo: 'Logotipo',
  logoHelp:
    'Un archivo PNG, JPEG o WebP de 128 kB como máximo, al doble del tamaño en que se muestra: 64 píxeles de alto.',
  logoNow: 'Ahora',
  removeLogo: 'No mostrar logotipo',
  accent: 'Color de botones y enlaces',
  accentHelp: 'Por ejemplo, #0b5cad. El texto sobre él tiene que poder leerse. Vacío: el color del servicio.',
  supportAddress: 'Dirección para preguntas',
  supportHelp: 'Una dirección de correo al final de páginas y correos.',
  footer: 'Última línea',
  footerHelp: 'Por ejemplo, la razón social y el domicilio de su empresa.',
  save: 'Guardar',
  saved: { title: 'Guardado', text: 'Las páginas ya lo muestran, y los correos lo harán a partir del próximo.' },
  wrong: {
    title: 'Aún no se ha guardado nada: hay un error abajo',
    name: 'Un nombre tiene como máximo 60 caracteres visibles.',
    logo: 'Esto no es un archivo PNG, JPEG o WebP de 128 kB como máximo. Elija otro archivo. No se acepta SVG, porque puede contener programas.',
    accent: 'Escriba el color como # y seis cifras o letras de la «a» a la «f», por ejemplo #0b5cad.',
    contrast: (contrast, least) =>
      `El texto sobre este color tiene un contraste de ${contrast} a 1 y necesita ${least}. Elija uno más oscuro o más claro.`,
    support: 'Esto no es una dirección de correo. Escríbala así: nombre@ejemplo.com.',
    footer: 'La última línea tiene como máximo 200 caracteres visibles.',
    changed:
      'Entretanto, otra persona ha cambiado la marca. Lo que ve ahora es de esa persona; lo que escribió usted está en los campos de abajo.',
  },
};
