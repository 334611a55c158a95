# The face models that the program embeds under :/models, and what the licence asks to travel with them. Paths from the
# project's root.
set(IDCOUNTER_MODEL_FILES
    resources/models/LICENSE
    resources/models/NOTICE
    resources/models/mp_face_detection_short_range.onnx
    resources/models/mp_face_landmark_attention_base.onnx
    resources/models/mp_face_landmark_attention_eye_left.onnx
    resources/models/mp_face_landmark_attention_eye_right.onnx
    resources/models/mp_face_landmark_attention_lips.onnx
    resources/models/mp_selfie_segmentation.onnx
)
