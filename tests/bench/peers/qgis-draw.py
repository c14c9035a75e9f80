# SPDX-FileCopyrightText: The Kielce Atlas authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draw a layer's classes with QGIS: qgis-draw.py FILE PICTURE EXTENT SIZE COLOUR…"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (QgsApplication, QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsMapRendererParallelJob,
                       QgsMapSettings, QgsRectangle, QgsRendererCategory, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize

source, picture, extent, size, *colours = sys.argv[1:]
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer(source, "layer", "ogr")
layer.setRenderer(QgsCategorizedSymbolRenderer("cls", [
    QgsRendererCategory(i, QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"}), str(i))
    for i, colour in enumerate(colours)]))
settings = QgsMapSettings()
settings.setLayers([layer])
settings.setOutputSize(QSize(int(size), int(size)))
settings.setExtent(QgsRectangle(*map(float, extent.split(","))))
settings.setDestinationCrs(layer.crs())
settings.setFlag(QgsMapSettings.Antialiasing, True)
job = QgsMapRendererParallelJob(settings)
job.start()
job.waitForFinished()
job.renderedImage().save(picture)
