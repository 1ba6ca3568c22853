import { lanesCaption } from './lanes-caption.ts';
import { matrixView } from './matrix-view.ts';
import type { PicturesView } from './pictures-view-type.ts';
import type { Telling } from './telling.ts';
import { timelineView } from './timeline-view.ts';
import type { PlanView } from './view-type.ts';

/** The pictures with what they mean for this company; without words there are none. */
export function picturesView({ say, ...others }: Telling, plan: PlanView): PicturesView | null {
  if (say === null) return null;
  const telling = { ...others, say };
  return {
    lanes: lanesCaption(telling),
    matrix: matrixView(telling, plan),
    timeline: timelineView(telling, plan),
  };
}
