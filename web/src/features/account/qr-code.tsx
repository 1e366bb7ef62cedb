import { useMemo } from 'react';
import qrcode from 'qrcode-generator';
import styles from './qr-code.module.css';

/** Drawn dark on light whatever the theme: cameras want it so. The quiet zone is four modules, as the norm says. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = qrcode(0, 'M');
    code.addData(text);
    code.make();
    const count = code.getModuleCount();
    const modules = Array.from({ length: count * count }, (_, at) => [Math.floor(at / count), at % count] as const);
    const dark = modules.filter(([row, column]) => code.isDark(row, column));
    return { size: count + 8, path: dark.map(([row, column]) => `M${column + 4} ${row + 4}h1v1h-1z`).join('') };
  }, [text]);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={styles.code} shapeRendering="crispEdges">
      <title>{label}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
