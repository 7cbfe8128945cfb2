"""Segment lengths and widths, in body heights.

Lengths after Drillis & Contini 1966 as printed in Winter, *Biomechanics and Motor Control of
Human Movement* (4th ed., fig. 4.1): thigh .245, shin .246, ankle height .039, foot .152,
hip to shoulder .288, upper arm .186, forearm .146, half of hip breadth .191 and of shoulder
breadth .259. The joints lie inside of the breadths: hip centres about .10 apart
(Bell et al. 1990: 14 % of the pelvis' breadth in from the side), shoulder centres about .22.
"""

from __future__ import annotations

THIGH = 0.245
SHIN = 0.246
ANKLE_HEIGHT = 0.039
FOOT = 0.152
HEEL_BACK = 0.038  # heel behind the ankle, along the sole
BALL_AHEAD = 0.071  # ball of the foot before the ankle, along the sole
TOES = FOOT - HEEL_BACK - BALL_AHEAD

TRUNK = 0.288  # midpoint of the hips to midpoint of the shoulders
LOW_SPINE = 0.115  # midpoint of the hips to the waist
RIBS = TRUNK - LOW_SPINE  # waist to midpoint of the shoulders
NECK_RISE = 0.022  # midpoint of the shoulders to the base of the neck
NECK = 0.092  # base of the neck to the centre of the head
HEAD_HEIGHT = 1 / 7.5

UPPER_ARM = 0.186
FOREARM = 0.146
PALM = 0.06  # wrist to the middle of the palm
HAND = 0.108  # wrist to the finger tips

HIP_HALF_WIDTH = 0.05  # joint centres from the middle
SHOULDER_HALF_WIDTH = 0.11
PELVIS_BREADTH = 0.191  # outside of the body, trochanter to trochanter
SHOULDER_BREADTH = 0.259

KNEE_ON_FLOOR = 0.035  # height of the knee's centre when kneeling
HIP_ON_FLOOR = 0.055  # height of the hips' centre when lying
