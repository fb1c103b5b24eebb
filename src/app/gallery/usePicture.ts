import { useEffect, useState } from 'react';
import type { StartingPointId } from '../../store/startingPoints.ts';
import { type GalleryPicture, pictureOf } from './pictures.ts';

/** The picture of a starting point, once it is there. */
export function usePicture(id: StartingPointId): GalleryPicture | null {
  const [picture, setPicture] = useState<GalleryPicture | null>(null);
  useEffect(() => {
    let isWanted = true;
    void pictureOf(id).then((drawn) => {
      if (isWanted) setPicture(drawn);
    });
    return () => {
      isWanted = false;
    };
  }, [id]);
  return picture;
}
