'use client';

import { Panel, useReactFlow } from '@xyflow/react';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';

/** Closer, further, all of it. */
export function GraphControls() {
  const t = useTranslations('callScriptPage.graph');
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <Panel position="top-right" className="m-2! flex gap-1 rounded-md border border-line bg-raised p-1">
      <IconButton label={t('zoomIn')} icon={<ZoomIn />} onClick={() => void zoomIn({ duration: 150 })} />
      <IconButton label={t('zoomOut')} icon={<ZoomOut />} onClick={() => void zoomOut({ duration: 150 })} />
      <IconButton
        label={t('fit')}
        icon={<Maximize />}
        onClick={() => void fitView({ duration: 150, padding: 0.05 })}
      />
    </Panel>
  );
}
